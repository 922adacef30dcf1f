-- The first schema. Values are the codes of the contract; dates are ISO text cut to their
-- precision; hours are local time, `2026-03-12T14:05:09`.
--
-- Three kinds of tables: outside the journal (file, counter, journal, decision_tally,
-- reopening), journaled and sealed with their meeting, journaled and living. A journaled table
-- has a primary key without NULL, no generated column, no cascade, no trigger that writes and no
-- uniqueness of an order.

-- Outside the journal ------------------------------------------------------------------------

CREATE TABLE file (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

-- Numbers are given once: undoing a gesture does not give one back.
CREATE TABLE counter (
    name TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (name, year)
) STRICT;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('gesture', 'undo', 'redo')),
    schema_version INTEGER NOT NULL,
    clock INTEGER NOT NULL,
    site TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    sentence TEXT NOT NULL,
    meeting_id INTEGER,
    barrier TEXT,
    target_id INTEGER REFERENCES journal (id),
    undone_by INTEGER REFERENCES journal (id),
    changeset BLOB NOT NULL
) STRICT;
CREATE INDEX journal_undoable ON journal (id) WHERE kind = 'gesture' AND undone_by IS NULL;
CREATE INDEX journal_undone ON journal (undone_by) WHERE undone_by IS NOT NULL;

-- What the closed meetings decided on an axis or a field (their ids are disjoint), counted at
-- each closing: the tableau then counts only what is not closed yet.
CREATE TABLE decision_tally (
    plan_id INTEGER PRIMARY KEY,
    decisions INTEGER NOT NULL,
    last_meeting TEXT NOT NULL
) STRICT;

-- A meeting named here may be changed although it is closed; a row lives within one transaction.
CREATE TABLE reopening (
    meeting_id INTEGER PRIMARY KEY
) STRICT;

-- The convention and its plan, living ----------------------------------------------------------

CREATE TABLE convention (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    first_year INTEGER,
    last_year INTEGER,
    purpose TEXT
) STRICT;

-- The published text, in sections.
CREATE TABLE convention_text (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    heading TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE milestone (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    label TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    college TEXT,
    position INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE signatory (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    function TEXT NOT NULL,
    organisation_id INTEGER REFERENCES organisation (id),
    representing TEXT
) STRICT;

CREATE TABLE field (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    other_names TEXT,
    position INTEGER NOT NULL,
    transversal INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE axis (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    field_id INTEGER NOT NULL REFERENCES field (id),
    label TEXT NOT NULL,
    position INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX axis_of_field ON axis (field_id);

CREATE TABLE objective (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    axis_id INTEGER NOT NULL REFERENCES axis (id),
    label TEXT NOT NULL,
    position INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX objective_of_axis ON objective (axis_id);

CREATE TABLE action_state (
    code TEXT NOT NULL PRIMARY KEY,
    label TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category IN ('a-venir', 'en-cours', 'terminee', 'arretee')),
    position INTEGER NOT NULL
) STRICT;
INSERT INTO action_state (code, label, category, position) VALUES
    ('a-etudier', 'à étudier', 'a-venir', 1),
    ('programmee', 'programmée', 'a-venir', 2),
    ('en-cours', 'en cours', 'en-cours', 3),
    ('suspendue', 'suspendue', 'arretee', 4),
    ('terminee', 'terminée', 'terminee', 5),
    ('abandonnee', 'abandonnée', 'arretee', 6);

CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    axis_id INTEGER NOT NULL REFERENCES axis (id),
    objective_id INTEGER REFERENCES objective (id),
    position INTEGER NOT NULL,
    state TEXT NOT NULL REFERENCES action_state (code),
    progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    priority INTEGER NOT NULL DEFAULT 3 CHECK (priority BETWEEN 1 AND 5),
    pilot TEXT,
    starts TEXT,
    ends TEXT,
    description TEXT,
    origin TEXT,
    archived INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX action_of_axis ON action (axis_id);
CREATE INDEX action_of_objective ON action (objective_id) WHERE objective_id IS NOT NULL;

CREATE TABLE action_axis (
    action_id INTEGER NOT NULL REFERENCES action (id),
    axis_id INTEGER NOT NULL REFERENCES axis (id),
    PRIMARY KEY (action_id, axis_id)
) STRICT;
CREATE INDEX action_axis_of_axis ON action_axis (axis_id);

-- Committees, living -----------------------------------------------------------------------------

-- authority: decide (the copil), propose (to next_id), delibere (numbers its own acts).
CREATE TABLE committee (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    authority TEXT NOT NULL CHECK (authority IN ('decide', 'propose', 'delibere')),
    next_id INTEGER REFERENCES committee (id),
    quorum TEXT NOT NULL DEFAULT 'aucun',
    majority TEXT NOT NULL DEFAULT 'consensus',
    approval_days INTEGER,
    position INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Sealed with their meeting ----------------------------------------------------------------------

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    committee_id INTEGER NOT NULL REFERENCES committee (id),
    reference TEXT NOT NULL,
    date TEXT NOT NULL,
    planned_hour TEXT,
    place TEXT,
    state TEXT NOT NULL CHECK (state IN
        ('preparee', 'ouverte', 'suspendue', 'levee', 'close', 'annulee', 'reportee')),
    number INTEGER,
    opened_at TEXT,
    adjourned_at TEXT,
    closed_at TEXT
) STRICT;
CREATE UNIQUE INDEX meeting_by_reference ON meeting (reference);
CREATE INDEX meeting_of_committee ON meeting (committee_id, date);
CREATE INDEX meeting_not_closed ON meeting (date) WHERE state <> 'close';

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    parent_id INTEGER REFERENCES item (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('information', 'avis', 'decision')),
    state TEXT NOT NULL CHECK (state IN
        ('a-traiter', 'en-cours', 'traite', 'reporte', 'retire', 'en-attente')),
    presenter TEXT,
    planned_minutes INTEGER CHECK (planned_minutes BETWEEN 0 AND 1440),
    opened_at TEXT,
    closed_at TEXT,
    reason TEXT
) STRICT;
CREATE INDEX item_of_meeting ON item (meeting_id);
CREATE INDEX item_of_parent ON item (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE item_axis (
    item_id INTEGER NOT NULL REFERENCES item (id),
    axis_id INTEGER NOT NULL REFERENCES axis (id),
    PRIMARY KEY (item_id, axis_id)
) STRICT;
CREATE INDEX item_axis_of_axis ON item_axis (axis_id);

CREATE TABLE item_objective (
    item_id INTEGER NOT NULL REFERENCES item (id),
    objective_id INTEGER NOT NULL REFERENCES objective (id),
    PRIMARY KEY (item_id, objective_id)
) STRICT;
CREATE INDEX item_objective_of_objective ON item_objective (objective_id);

CREATE TABLE item_action (
    item_id INTEGER NOT NULL REFERENCES item (id),
    action_id INTEGER NOT NULL REFERENCES action (id),
    PRIMARY KEY (item_id, action_id)
) STRICT;
CREATE INDEX item_action_of_action ON item_action (action_id);

CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    kind TEXT NOT NULL CHECK (kind IN ('note', 'information', 'question', 'decision', 'tache')),
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    doubtful INTEGER NOT NULL DEFAULT 0,
    not_understood INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX record_of_meeting ON record (meeting_id);
CREATE INDEX record_of_item ON record (item_id);

CREATE TABLE decision (
    record_id INTEGER PRIMARY KEY REFERENCES record (id),
    number TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('adoptee', 'adoptee-avec-reserve', 'proposition',
        'a-deliberer', 'reportee', 'rejetee', 'retiree')),
    mode TEXT NOT NULL CHECK (mode IN ('consensus', 'unanimite', 'vote', 'vote-secret')),
    review TEXT
) STRICT;
CREATE UNIQUE INDEX decision_by_number ON decision (number) WHERE number IS NOT NULL;

-- A task as it was taken; what became of it is in task_life.
CREATE TABLE task (
    record_id INTEGER PRIMARY KEY REFERENCES record (id),
    reference TEXT NOT NULL,
    due TEXT,
    priority INTEGER NOT NULL DEFAULT 3 CHECK (priority BETWEEN 1 AND 5)
) STRICT;
CREATE UNIQUE INDEX task_by_reference ON task (reference);

-- A name is copied as it was that day; organisation_id is NULL for a guest. owner = 1: the person
-- or organisation that the task was given to.
CREATE TABLE record_mention (
    record_id INTEGER NOT NULL REFERENCES record (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    organisation_id INTEGER REFERENCES organisation (id),
    owner INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (record_id, position)
) STRICT;
CREATE INDEX record_mention_of_organisation ON record_mention (organisation_id)
    WHERE organisation_id IS NOT NULL;

CREATE TABLE record_axis (
    record_id INTEGER NOT NULL REFERENCES record (id),
    axis_id INTEGER NOT NULL REFERENCES axis (id),
    PRIMARY KEY (record_id, axis_id)
) STRICT;
CREATE INDEX record_axis_of_axis ON record_axis (axis_id);

CREATE TABLE record_objective (
    record_id INTEGER NOT NULL REFERENCES record (id),
    objective_id INTEGER NOT NULL REFERENCES objective (id),
    PRIMARY KEY (record_id, objective_id)
) STRICT;
CREATE INDEX record_objective_of_objective ON record_objective (objective_id);

CREATE TABLE record_action (
    record_id INTEGER NOT NULL REFERENCES record (id),
    action_id INTEGER NOT NULL REFERENCES action (id),
    PRIMARY KEY (record_id, action_id)
) STRICT;
CREATE INDEX record_action_of_action ON record_action (action_id);

-- Living, beside the sealed facts ------------------------------------------------------------------

CREATE TABLE decision_life (
    decision_id INTEGER PRIMARY KEY REFERENCES decision (record_id),
    executed_on TEXT,
    replaced_by INTEGER REFERENCES decision (record_id),
    withdrawn_on TEXT,
    reason TEXT
) STRICT;
CREATE INDEX decision_life_replaced ON decision_life (replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TABLE task_life (
    task_id INTEGER PRIMARY KEY REFERENCES task (record_id),
    state TEXT NOT NULL CHECK (state IN ('a-faire', 'en-cours', 'faite', 'abandonnee')),
    due TEXT,
    priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5),
    done_on TEXT
) STRICT;
CREATE INDEX task_life_open ON task_life (due) WHERE state IN ('a-faire', 'en-cours');

CREATE TABLE task_life_owner (
    task_id INTEGER NOT NULL REFERENCES task_life (task_id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    organisation_id INTEGER REFERENCES organisation (id),
    PRIMARY KEY (task_id, position)
) STRICT;

CREATE TABLE private_note (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX private_note_of_item ON private_note (item_id);

-- What concerns what -------------------------------------------------------------------------------

CREATE VIEW item_own_axis (item_id, axis_id) AS
    SELECT item_id, axis_id FROM item_axis
    UNION SELECT item_objective.item_id, objective.axis_id
        FROM item_objective JOIN objective ON objective.id = item_objective.objective_id
    UNION SELECT item_action.item_id, action.axis_id
        FROM item_action JOIN action ON action.id = item_action.action_id;

-- A sub-item without a link of its own concerns what its parent concerns.
CREATE VIEW item_concern (item_id, axis_id) AS
    SELECT item_id, axis_id FROM item_own_axis
    UNION SELECT item.id, parent.axis_id
        FROM item JOIN item_own_axis AS parent ON parent.item_id = item.parent_id
        WHERE NOT EXISTS (SELECT 1 FROM item_own_axis AS own WHERE own.item_id = item.id);

CREATE VIEW record_own_axis (record_id, axis_id) AS
    SELECT record_id, axis_id FROM record_axis
    UNION SELECT record_objective.record_id, objective.axis_id
        FROM record_objective JOIN objective ON objective.id = record_objective.objective_id
    UNION SELECT record_action.record_id, action.axis_id
        FROM record_action JOIN action ON action.id = record_action.action_id;

-- A record without a link of its own concerns what its item concerns.
CREATE VIEW record_concern (record_id, axis_id) AS
    SELECT record_id, axis_id FROM record_own_axis
    UNION SELECT record.id, item_concern.axis_id
        FROM record JOIN item_concern ON item_concern.item_id = record.item_id
        WHERE NOT EXISTS (SELECT 1 FROM record_own_axis AS own WHERE own.record_id = record.id);

-- The seal -------------------------------------------------------------------------------------------

-- Rules are checked before; these triggers stop other programs. The stock shell runs without
-- recursive triggers, so a REPLACE would delete unseen: an INSERT is refused as well where the id
-- stands in a closed meeting already.
CREATE VIEW sealed_meeting (id) AS
    SELECT id FROM meeting
    WHERE state = 'close' AND id NOT IN (SELECT meeting_id FROM reopening);

CREATE TRIGGER meeting_sealed_update BEFORE UPDATE ON meeting
    WHEN OLD.id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER meeting_sealed_delete BEFORE DELETE ON meeting
    WHEN OLD.id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER meeting_sealed_insert BEFORE INSERT ON meeting
    WHEN NEW.id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_sealed_update BEFORE UPDATE ON item
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting) OR NEW.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_sealed_delete BEFORE DELETE ON item
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_sealed_insert BEFORE INSERT ON item
    WHEN NEW.meeting_id IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM item WHERE id = NEW.id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_sealed_update BEFORE UPDATE ON record
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting) OR NEW.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_sealed_delete BEFORE DELETE ON record
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_sealed_insert BEFORE INSERT ON record
    WHEN NEW.meeting_id IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM record WHERE id = NEW.id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_axis_sealed_update BEFORE UPDATE ON item_axis
    WHEN (SELECT meeting_id FROM item WHERE id = OLD.item_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM item WHERE id = NEW.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_axis_sealed_delete BEFORE DELETE ON item_axis
    WHEN (SELECT meeting_id FROM item WHERE id = OLD.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_axis_sealed_insert BEFORE INSERT ON item_axis
    WHEN (SELECT meeting_id FROM item WHERE id = NEW.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_objective_sealed_update BEFORE UPDATE ON item_objective
    WHEN (SELECT meeting_id FROM item WHERE id = OLD.item_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM item WHERE id = NEW.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_objective_sealed_delete BEFORE DELETE ON item_objective
    WHEN (SELECT meeting_id FROM item WHERE id = OLD.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_objective_sealed_insert BEFORE INSERT ON item_objective
    WHEN (SELECT meeting_id FROM item WHERE id = NEW.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_action_sealed_update BEFORE UPDATE ON item_action
    WHEN (SELECT meeting_id FROM item WHERE id = OLD.item_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM item WHERE id = NEW.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_action_sealed_delete BEFORE DELETE ON item_action
    WHEN (SELECT meeting_id FROM item WHERE id = OLD.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_action_sealed_insert BEFORE INSERT ON item_action
    WHEN (SELECT meeting_id FROM item WHERE id = NEW.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER decision_sealed_update BEFORE UPDATE ON decision
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER decision_sealed_delete BEFORE DELETE ON decision
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER decision_sealed_insert BEFORE INSERT ON decision
    WHEN (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER task_sealed_update BEFORE UPDATE ON task
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER task_sealed_delete BEFORE DELETE ON task
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER task_sealed_insert BEFORE INSERT ON task
    WHEN (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_mention_sealed_update BEFORE UPDATE ON record_mention
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_mention_sealed_delete BEFORE DELETE ON record_mention
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_mention_sealed_insert BEFORE INSERT ON record_mention
    WHEN (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_axis_sealed_update BEFORE UPDATE ON record_axis
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_axis_sealed_delete BEFORE DELETE ON record_axis
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_axis_sealed_insert BEFORE INSERT ON record_axis
    WHEN (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_objective_sealed_update BEFORE UPDATE ON record_objective
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_objective_sealed_delete BEFORE DELETE ON record_objective
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_objective_sealed_insert BEFORE INSERT ON record_objective
    WHEN (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_action_sealed_update BEFORE UPDATE ON record_action
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_action_sealed_delete BEFORE DELETE ON record_action
    WHEN (SELECT meeting_id FROM record WHERE id = OLD.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_action_sealed_insert BEFORE INSERT ON record_action
    WHEN (SELECT meeting_id FROM record WHERE id = NEW.record_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
