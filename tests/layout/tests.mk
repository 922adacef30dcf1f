# SPDX-License-Identifier: GPL-3.0-or-later
script_tests += tests/layout/test_layers.sh
