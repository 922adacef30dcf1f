# SPDX-License-Identifier: GPL-3.0-or-later
unit_tests += \
    tests/intake/test_ini \
    tests/intake/test_convention_ini \
    tests/intake/test_settings
