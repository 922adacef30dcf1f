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
-- What can be undone, what can be redone; and ranks are counted in it: the rows themselves are long.
CREATE INDEX journal_undone ON journal (undone_by, kind);

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
CREATE INDEX meeting_by_date ON meeting (date);
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
CREATE INDEX item_of_meeting ON item (meeting_id, parent_id, position);
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
CREATE INDEX record_of_meeting ON record (meeting_id, kind);
CREATE INDEX record_of_item ON record (item_id);
-- Where the open tasks were taken, without reading their texts.
CREATE INDEX record_of_task ON record (id, kind, meeting_id, item_id) WHERE kind = 'tache';

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
CREATE INDEX record_mention_of_guest ON record_mention (name, record_id)
    WHERE organisation_id IS NULL;

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
CREATE INDEX task_life_open ON task_life (due, state) WHERE state IN ('a-faire', 'en-cours');

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

-- The unions answer «which records concern this axis»: each arm is a chain of joins with an index
-- from either side, and a constant compared with a column reaches every arm. A pair may come
-- twice. The NULLs are the levels that a link does not name.

CREATE VIEW item_link (item_id, field_id, axis_id, objective_id, action_id) AS
    SELECT item_axis.item_id, axis.field_id, axis.id, NULL, NULL
        FROM item_axis JOIN axis ON axis.id = item_axis.axis_id
    UNION ALL SELECT item_objective.item_id, axis.field_id, axis.id, objective.id, NULL
        FROM item_objective JOIN objective ON objective.id = item_objective.objective_id
        JOIN axis ON axis.id = objective.axis_id
    UNION ALL SELECT item_action.item_id, axis.field_id, axis.id, action.objective_id, action.id
        FROM item_action JOIN action ON action.id = item_action.action_id
        JOIN axis ON axis.id = action.axis_id;

CREATE VIEW record_link (record_id, field_id, axis_id, objective_id, action_id) AS
    SELECT record_axis.record_id, axis.field_id, axis.id, NULL, NULL
        FROM record_axis JOIN axis ON axis.id = record_axis.axis_id
    UNION ALL SELECT record_objective.record_id, axis.field_id, axis.id, objective.id, NULL
        FROM record_objective JOIN objective ON objective.id = record_objective.objective_id
        JOIN axis ON axis.id = objective.axis_id
    UNION ALL SELECT record_action.record_id, axis.field_id, axis.id, action.objective_id, action.id
        FROM record_action JOIN action ON action.id = record_action.action_id
        JOIN axis ON axis.id = action.axis_id;

CREATE VIEW item_without_link (id, parent_id) AS
    SELECT id, parent_id FROM item
    WHERE NOT EXISTS (SELECT 1 FROM item_axis WHERE item_id = item.id)
        AND NOT EXISTS (SELECT 1 FROM item_objective WHERE item_id = item.id)
        AND NOT EXISTS (SELECT 1 FROM item_action WHERE item_id = item.id);

CREATE VIEW record_without_link (id, item_id) AS
    SELECT id, item_id FROM record
    WHERE NOT EXISTS (SELECT 1 FROM record_axis WHERE record_id = record.id)
        AND NOT EXISTS (SELECT 1 FROM record_objective WHERE record_id = record.id)
        AND NOT EXISTS (SELECT 1 FROM record_action WHERE record_id = record.id);

-- A sub-item without a link of its own concerns what its parent concerns.
CREATE VIEW item_concern (item_id, field_id, axis_id, objective_id, action_id) AS
    SELECT item_id, field_id, axis_id, objective_id, action_id FROM item_link
    UNION ALL SELECT child.id, axis.field_id, axis.id, NULL, NULL
        FROM item_without_link AS child
        JOIN item_axis ON item_axis.item_id = child.parent_id
        JOIN axis ON axis.id = item_axis.axis_id
    UNION ALL SELECT child.id, axis.field_id, axis.id, objective.id, NULL
        FROM item_without_link AS child
        JOIN item_objective ON item_objective.item_id = child.parent_id
        JOIN objective ON objective.id = item_objective.objective_id
        JOIN axis ON axis.id = objective.axis_id
    UNION ALL SELECT child.id, axis.field_id, axis.id, action.objective_id, action.id
        FROM item_without_link AS child
        JOIN item_action ON item_action.item_id = child.parent_id
        JOIN action ON action.id = item_action.action_id
        JOIN axis ON axis.id = action.axis_id;

-- A record without a link of its own concerns what its item concerns.
CREATE VIEW record_concern (record_id, field_id, axis_id, objective_id, action_id) AS
    SELECT record_id, field_id, axis_id, objective_id, action_id FROM record_link
    UNION ALL SELECT bare.id, axis.field_id, axis.id, NULL, NULL
        FROM record_without_link AS bare
        JOIN item_axis ON item_axis.item_id = bare.item_id
        JOIN axis ON axis.id = item_axis.axis_id
    UNION ALL SELECT bare.id, axis.field_id, axis.id, objective.id, NULL
        FROM record_without_link AS bare
        JOIN item_objective ON item_objective.item_id = bare.item_id
        JOIN objective ON objective.id = item_objective.objective_id
        JOIN axis ON axis.id = objective.axis_id
    UNION ALL SELECT bare.id, axis.field_id, axis.id, action.objective_id, action.id
        FROM record_without_link AS bare
        JOIN item_action ON item_action.item_id = bare.item_id
        JOIN action ON action.id = item_action.action_id
        JOIN axis ON axis.id = action.axis_id
    UNION ALL SELECT bare.id, axis.field_id, axis.id, NULL, NULL
        FROM record_without_link AS bare
        JOIN item_without_link AS child ON child.id = bare.item_id
        JOIN item_axis ON item_axis.item_id = child.parent_id
        JOIN axis ON axis.id = item_axis.axis_id
    UNION ALL SELECT bare.id, axis.field_id, axis.id, objective.id, NULL
        FROM record_without_link AS bare
        JOIN item_without_link AS child ON child.id = bare.item_id
        JOIN item_objective ON item_objective.item_id = child.parent_id
        JOIN objective ON objective.id = item_objective.objective_id
        JOIN axis ON axis.id = objective.axis_id
    UNION ALL SELECT bare.id, axis.field_id, axis.id, action.objective_id, action.id
        FROM record_without_link AS bare
        JOIN item_without_link AS child ON child.id = bare.item_id
        JOIN item_action ON item_action.item_id = child.parent_id
        JOIN action ON action.id = item_action.action_id
        JOIN axis ON axis.id = action.axis_id;

-- The axes that a meeting held spoke of: those of the items that were opened or on which something
-- was recorded, and those that a record names.
CREATE VIEW meeting_axis (meeting_id, field_id, axis_id) AS
    SELECT item.meeting_id, item_concern.field_id, item_concern.axis_id
        FROM item_concern JOIN item ON item.id = item_concern.item_id
        WHERE item.opened_at IS NOT NULL
            OR EXISTS (SELECT 1 FROM record WHERE record.item_id = item.id)
    UNION ALL SELECT record.meeting_id, record_link.field_id, record_link.axis_id
        FROM record_link JOIN record ON record.id = record_link.record_id;

-- The other way, as text and for one row at a time: a union would be read whole for each row.

CREATE VIEW item_own_concern (item_id, axes, actions) AS
    SELECT item.id,
        (SELECT group_concat(number, ' ; ') FROM (SELECT number FROM axis WHERE id IN (
            SELECT axis_id FROM item_axis WHERE item_id = item.id
            UNION ALL SELECT axis_id FROM objective WHERE id IN
                (SELECT objective_id FROM item_objective WHERE item_id = item.id)
            UNION ALL SELECT axis_id FROM action WHERE id IN
                (SELECT action_id FROM item_action WHERE item_id = item.id)) ORDER BY number)),
        (SELECT group_concat(code, ' ; ') FROM (SELECT code FROM action WHERE id IN
            (SELECT action_id FROM item_action WHERE item_id = item.id) ORDER BY code))
    FROM item;

CREATE VIEW item_concern_text (item_id, axes, actions) AS
    SELECT own.item_id, ifnull(own.axes, parent.axes),
        CASE WHEN EXISTS (SELECT 1 FROM item_without_link AS bare WHERE bare.id = own.item_id)
            THEN parent.actions ELSE own.actions END
    FROM item
    JOIN item_own_concern AS own ON own.item_id = item.id
    LEFT JOIN item_own_concern AS parent ON parent.item_id = item.parent_id;

CREATE VIEW record_own_concern (record_id, axes, actions) AS
    SELECT record.id,
        (SELECT group_concat(number, ' ; ') FROM (SELECT number FROM axis WHERE id IN (
            SELECT axis_id FROM record_axis WHERE record_id = record.id
            UNION ALL SELECT axis_id FROM objective WHERE id IN
                (SELECT objective_id FROM record_objective WHERE record_id = record.id)
            UNION ALL SELECT axis_id FROM action WHERE id IN
                (SELECT action_id FROM record_action WHERE record_id = record.id))
            ORDER BY number)),
        (SELECT group_concat(code, ' ; ') FROM (SELECT code FROM action WHERE id IN
            (SELECT action_id FROM record_action WHERE record_id = record.id) ORDER BY code))
    FROM record;

CREATE VIEW record_concern_text (record_id, axes, actions) AS
    SELECT own.record_id, ifnull(own.axes, item.axes),
        CASE WHEN EXISTS (SELECT 1 FROM record_without_link AS bare WHERE bare.id = own.record_id)
            THEN item.actions ELSE own.actions END
    FROM record
    JOIN record_own_concern AS own ON own.record_id = record.id
    JOIN item_concern_text AS item ON item.item_id = record.item_id;

-- How things stand -----------------------------------------------------------------------------------

CREATE VIEW action_status (action_id, category, progress) AS
    SELECT action.id, action_state.category,
        CASE action_state.category WHEN 'terminee' THEN 100 ELSE action.progress END
    FROM action JOIN action_state ON action_state.code = action.state;

CREATE VIEW open_task (task_id, due) AS
    SELECT task_id, due FROM task_life WHERE state IN ('a-faire', 'en-cours');

CREATE VIEW decision_status (decision_id, state) AS
    SELECT decision.record_id,
        CASE WHEN meeting.state <> 'close' THEN 'provisoire'
            WHEN decision_life.withdrawn_on IS NOT NULL THEN 'retiree'
            WHEN decision_life.replaced_by IS NOT NULL THEN 'remplacee'
            WHEN decision_life.executed_on IS NOT NULL THEN 'executee'
            ELSE decision.outcome END
    FROM decision
    JOIN record ON record.id = decision.record_id
    JOIN meeting ON meeting.id = record.meeting_id
    LEFT JOIN decision_life ON decision_life.decision_id = decision.record_id;

CREATE VIEW item_rank (item_id, rank) AS
    SELECT item.id, (SELECT count(*) FROM item AS other
        WHERE other.meeting_id = item.meeting_id AND other.parent_id IS item.parent_id
            AND (other.position, other.id) <= (item.position, item.id))
    FROM item;

-- `3`, or `3.1` for a sub-item.
CREATE VIEW item_number (item_id, number) AS
    SELECT item.id, CASE WHEN item.parent_id IS NULL THEN CAST(own.rank AS TEXT)
        ELSE (SELECT rank FROM item_rank WHERE item_id = item.parent_id) || '.' || own.rank END
    FROM item JOIN item_rank AS own ON own.item_id = item.id;

-- The seal -------------------------------------------------------------------------------------------

-- Rules are checked before; these triggers stop other programs. Each asks about one meeting: the
-- list of all that are sealed would be built for every statement. The stock shell runs without
-- recursive triggers, so a REPLACE would delete unseen: an INSERT or UPDATE is refused as well where
-- the id, or a text that is unique, stands in a closed meeting already.
CREATE VIEW sealed_meeting (id) AS
    SELECT id FROM meeting
    WHERE state = 'close' AND id NOT IN (SELECT meeting_id FROM reopening);

CREATE TRIGGER meeting_sealed_update BEFORE UPDATE ON meeting
    WHEN EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = OLD.id)
        OR EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = NEW.id)
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT id FROM meeting WHERE reference = NEW.reference))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER meeting_sealed_delete BEFORE DELETE ON meeting
    WHEN EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER meeting_sealed_insert BEFORE INSERT ON meeting
    WHEN EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = NEW.id)
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT id FROM meeting WHERE reference = NEW.reference))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_sealed_update BEFORE UPDATE ON item
    WHEN EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = OLD.meeting_id)
        OR EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = NEW.meeting_id)
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = NEW.id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_sealed_delete BEFORE DELETE ON item
    WHEN EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = OLD.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_sealed_insert BEFORE INSERT ON item
    WHEN EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = NEW.meeting_id)
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = NEW.id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_sealed_update BEFORE UPDATE ON record
    WHEN EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = OLD.meeting_id)
        OR EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = NEW.meeting_id)
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_sealed_delete BEFORE DELETE ON record
    WHEN EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = OLD.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_sealed_insert BEFORE INSERT ON record
    WHEN EXISTS (SELECT 1 FROM sealed_meeting WHERE sealed_meeting.id = NEW.meeting_id)
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_axis_sealed_update BEFORE UPDATE ON item_axis
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = OLD.item_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = NEW.item_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_axis_sealed_delete BEFORE DELETE ON item_axis
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = OLD.item_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_axis_sealed_insert BEFORE INSERT ON item_axis
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = NEW.item_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_objective_sealed_update BEFORE UPDATE ON item_objective
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = OLD.item_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = NEW.item_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_objective_sealed_delete BEFORE DELETE ON item_objective
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = OLD.item_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_objective_sealed_insert BEFORE INSERT ON item_objective
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = NEW.item_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_action_sealed_update BEFORE UPDATE ON item_action
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = OLD.item_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = NEW.item_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_action_sealed_delete BEFORE DELETE ON item_action
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = OLD.item_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_action_sealed_insert BEFORE INSERT ON item_action
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM item WHERE id = NEW.item_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER decision_sealed_update BEFORE UPDATE ON decision
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT record.meeting_id
                FROM decision JOIN record ON record.id = decision.record_id
                WHERE decision.number = NEW.number))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER decision_sealed_delete BEFORE DELETE ON decision
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER decision_sealed_insert BEFORE INSERT ON decision
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT record.meeting_id
                FROM decision JOIN record ON record.id = decision.record_id
                WHERE decision.number = NEW.number))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER task_sealed_update BEFORE UPDATE ON task
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT record.meeting_id
                FROM task JOIN record ON record.id = task.record_id
                WHERE task.reference = NEW.reference))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER task_sealed_delete BEFORE DELETE ON task
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER task_sealed_insert BEFORE INSERT ON task
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT record.meeting_id
                FROM task JOIN record ON record.id = task.record_id
                WHERE task.reference = NEW.reference))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_mention_sealed_update BEFORE UPDATE ON record_mention
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_mention_sealed_delete BEFORE DELETE ON record_mention
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_mention_sealed_insert BEFORE INSERT ON record_mention
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_axis_sealed_update BEFORE UPDATE ON record_axis
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_axis_sealed_delete BEFORE DELETE ON record_axis
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_axis_sealed_insert BEFORE INSERT ON record_axis
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_objective_sealed_update BEFORE UPDATE ON record_objective
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_objective_sealed_delete BEFORE DELETE ON record_objective
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_objective_sealed_insert BEFORE INSERT ON record_objective
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_action_sealed_update BEFORE UPDATE ON record_action
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
        OR EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_action_sealed_delete BEFORE DELETE ON record_action
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = OLD.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER record_action_sealed_insert BEFORE INSERT ON record_action
    WHEN EXISTS (SELECT 1 FROM sealed_meeting
            WHERE sealed_meeting.id = (SELECT meeting_id FROM record WHERE id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;

-- Reading from outside -------------------------------------------------------------------------------

-- A stable contract: columns are only ever appended. NULL stands for what is not stored yet.

CREATE VIEW lecture_champs (code, libelle, ordre, transversal, axes, objectifs, actions,
        actions_terminees, decisions, taches_ouvertes) AS
    WITH concerned (field_id, decisions, open_tasks) AS MATERIALIZED
        (SELECT record_concern.field_id, count(DISTINCT decision.record_id),
            count(DISTINCT open_task.task_id)
        FROM record_concern
        LEFT JOIN decision ON decision.record_id = record_concern.record_id
        LEFT JOIN open_task ON open_task.task_id = record_concern.record_id
        GROUP BY record_concern.field_id)
    SELECT field.code, field.label, field.position, field.transversal,
        (SELECT count(*) FROM axis WHERE axis.field_id = field.id AND axis.archived = 0),
        (SELECT count(*) FROM axis JOIN objective ON objective.axis_id = axis.id
            WHERE axis.field_id = field.id AND axis.archived = 0 AND objective.archived = 0),
        (SELECT count(*) FROM axis JOIN action ON action.axis_id = axis.id
            WHERE axis.field_id = field.id AND axis.archived = 0 AND action.archived = 0),
        (SELECT count(*) FROM axis JOIN action ON action.axis_id = axis.id
            JOIN action_status ON action_status.action_id = action.id
            WHERE axis.field_id = field.id AND axis.archived = 0 AND action.archived = 0
                AND action_status.category = 'terminee'),
        ifnull(concerned.decisions, 0), ifnull(concerned.open_tasks, 0)
    FROM field LEFT JOIN concerned ON concerned.field_id = field.id
    ORDER BY field.position, field.id;

CREATE VIEW lecture_axes (numero, champ, libelle, ordre, archive, objectifs, actions,
        actions_terminees, avancement, decisions, taches_ouvertes, derniere_seance) AS
    WITH concerned (axis_id, decisions, open_tasks) AS MATERIALIZED
        (SELECT record_concern.axis_id, count(DISTINCT decision.record_id),
            count(DISTINCT open_task.task_id)
        FROM record_concern
        LEFT JOIN decision ON decision.record_id = record_concern.record_id
        LEFT JOIN open_task ON open_task.task_id = record_concern.record_id
        GROUP BY record_concern.axis_id),
    spoken (axis_id, date) AS MATERIALIZED
        (SELECT meeting_axis.axis_id, max(meeting.date)
        FROM meeting_axis JOIN meeting ON meeting.id = meeting_axis.meeting_id
        GROUP BY meeting_axis.axis_id)
    SELECT axis.number, field.code, axis.label, axis.position, axis.archived,
        (SELECT count(*) FROM objective
            WHERE objective.axis_id = axis.id AND objective.archived = 0),
        (SELECT count(*) FROM action WHERE action.axis_id = axis.id AND action.archived = 0),
        (SELECT count(*) FROM action JOIN action_status ON action_status.action_id = action.id
            WHERE action.axis_id = axis.id AND action.archived = 0
                AND action_status.category = 'terminee'),
        (SELECT CAST(round(avg(action_status.progress)) AS INTEGER)
            FROM action JOIN action_status ON action_status.action_id = action.id
            WHERE action.axis_id = axis.id AND action.archived = 0),
        ifnull(concerned.decisions, 0), ifnull(concerned.open_tasks, 0), spoken.date
    FROM axis
    JOIN field ON field.id = axis.field_id
    LEFT JOIN concerned ON concerned.axis_id = axis.id
    LEFT JOIN spoken ON spoken.axis_id = axis.id
    ORDER BY field.position, field.id, axis.number, axis.id;

CREATE VIEW lecture_objectifs (code, axe, libelle, ordre, archive, actions, actions_terminees,
        avancement) AS
    SELECT objective.code, axis.number, objective.label, objective.position, objective.archived,
        (SELECT count(*) FROM action
            WHERE action.objective_id = objective.id AND action.archived = 0),
        (SELECT count(*) FROM action JOIN action_status ON action_status.action_id = action.id
            WHERE action.objective_id = objective.id AND action.archived = 0
                AND action_status.category = 'terminee'),
        (SELECT CAST(round(avg(action_status.progress)) AS INTEGER)
            FROM action JOIN action_status ON action_status.action_id = action.id
            WHERE action.objective_id = objective.id AND action.archived = 0)
    FROM objective
    JOIN axis ON axis.id = objective.axis_id
    JOIN field ON field.id = axis.field_id
    ORDER BY field.position, field.id, axis.number, axis.id, objective.position, objective.id;

CREATE VIEW lecture_actions (code, intitule, axe, objectif, autres_axes, etat, categorie,
        avancement, pilote, priorite, debut, fin, origine, archive) AS
    SELECT action.code, action.title, axis.number, objective.code,
        (SELECT group_concat(number, ' ; ') FROM (SELECT other.number
            FROM action_axis JOIN axis AS other ON other.id = action_axis.axis_id
            WHERE action_axis.action_id = action.id ORDER BY other.number)),
        action.state, action_status.category, action_status.progress, action.pilot,
        action.priority, action.starts, action.ends, action.origin, action.archived
    FROM action
    JOIN action_status ON action_status.action_id = action.id
    JOIN axis ON axis.id = action.axis_id
    JOIN field ON field.id = axis.field_id
    LEFT JOIN objective ON objective.id = action.objective_id
    ORDER BY field.position, field.id, axis.number, axis.id, action.position, action.id;

CREATE VIEW lecture_instances (code, libelle, genre, quorum, majorite, delai_approbation, membres,
        seances, derniere_seance, prochaine_seance) AS
    SELECT committee.code, committee.label, committee.kind, committee.quorum, committee.majority,
        committee.approval_days, 0,
        (SELECT count(*) FROM meeting WHERE meeting.committee_id = committee.id),
        (SELECT max(meeting.date) FROM meeting WHERE meeting.committee_id = committee.id
            AND meeting.state IN ('ouverte', 'suspendue', 'levee', 'close')),
        (SELECT min(meeting.date) FROM meeting WHERE meeting.committee_id = committee.id
            AND meeting.state = 'preparee')
    FROM committee ORDER BY committee.position, committee.id;

CREATE VIEW lecture_seances (reference, instance, numero, date, ouverte_a, levee_a, lieu, etat,
        presidence, secretaire, presents, attendus, empreinte, approuvee_le) AS
    SELECT meeting.reference, committee.code, meeting.number, meeting.date,
        substr(meeting.opened_at, 12, 5), substr(meeting.adjourned_at, 12, 5), meeting.place,
        meeting.state, NULL, NULL, 0, 0, NULL, NULL
    FROM meeting JOIN committee ON committee.id = meeting.committee_id
    ORDER BY meeting.date, meeting.id;

CREATE VIEW lecture_points (seance, numero, intitule, genre, etat, rapporteur, minutes_prevues,
        ouvert_a, clos_a, axes, actions, motif) AS
    SELECT meeting.reference, item_number.number, item.title, item.kind, item.state,
        item.presenter, item.planned_minutes, substr(item.opened_at, 12, 5),
        substr(item.closed_at, 12, 5),
        concern.axes, concern.actions, item.reason
    FROM item
    JOIN meeting ON meeting.id = item.meeting_id
    JOIN item_number ON item_number.item_id = item.id
    JOIN item_concern_text AS concern ON concern.item_id = item.id
    LEFT JOIN item AS parent ON parent.id = item.parent_id
    ORDER BY meeting.date, meeting.id, ifnull(parent.position, item.position),
        ifnull(parent.id, item.id), parent.id IS NOT NULL, item.position, item.id;

CREATE VIEW lecture_decisions (numero, seance, instance, date, point, texte, etat, mode,
        phrase_vote, axes, actions, a_revoir_le, remplace, remplacee_par) AS
    SELECT decision.number, meeting.reference, committee.code, meeting.date, item_number.number,
        record.text, decision_status.state, decision.mode,
        CASE decision.mode WHEN 'consensus' THEN 'Par consensus' END,
        concern.axes, concern.actions,
        decision.review,
        (SELECT group_concat(number, ' ; ') FROM (SELECT replaced.number FROM decision_life AS life
            JOIN decision AS replaced ON replaced.record_id = life.decision_id
            WHERE life.replaced_by = decision.record_id ORDER BY replaced.number)),
        (SELECT other.number FROM decision_life AS life
            JOIN decision AS other ON other.record_id = life.replaced_by
            WHERE life.decision_id = decision.record_id)
    FROM decision
    JOIN decision_status ON decision_status.decision_id = decision.record_id
    JOIN record ON record.id = decision.record_id
    JOIN record_concern_text AS concern ON concern.record_id = record.id
    JOIN item ON item.id = record.item_id
    JOIN item_number ON item_number.item_id = item.id
    JOIN meeting ON meeting.id = record.meeting_id
    JOIN committee ON committee.id = meeting.committee_id
    LEFT JOIN item AS parent ON parent.id = item.parent_id
    ORDER BY meeting.date, meeting.id, ifnull(parent.position, item.position),
        ifnull(parent.id, item.id), parent.id IS NOT NULL, item.position, item.id, record.id;

CREATE VIEW lecture_taches (reference, texte, responsables, echeance, etat, priorite, seance,
        instance, point, decision, axes, actions, creee_le, faite_le) AS
    SELECT task.reference, record.text,
        (SELECT group_concat(name, ' ; ') FROM (SELECT task_life_owner.name FROM task_life_owner
            WHERE task_life_owner.task_id = task.record_id ORDER BY task_life_owner.position)),
        task_life.due, task_life.state, task_life.priority, meeting.reference, committee.code,
        item_number.number, NULL,
        concern.axes, concern.actions,
        substr(record.at, 1, 10), task_life.done_on
    FROM task
    JOIN task_life ON task_life.task_id = task.record_id
    JOIN record ON record.id = task.record_id
    JOIN record_concern_text AS concern ON concern.record_id = record.id
    JOIN item_number ON item_number.item_id = record.item_id
    JOIN meeting ON meeting.id = record.meeting_id
    JOIN committee ON committee.id = meeting.committee_id
    ORDER BY task.record_id;

-- `annule` is the rank of what an undo took back, `annule_par` that of the undo.
CREATE VIEW lecture_historique (rang, date, heure, auteur, poste, phrase, seance, annule,
        annule_par) AS
    WITH ranked (id, rank) AS MATERIALIZED
        (SELECT id, row_number() OVER (ORDER BY id) FROM journal)
    SELECT ranked.rank, substr(journal.at, 1, 10), substr(journal.at, 12, 5), journal.author,
        journal.site, journal.sentence, meeting.reference,
        (SELECT rank FROM ranked AS target
            WHERE target.id = journal.target_id AND journal.kind = 'undo'),
        (SELECT rank FROM ranked AS undo WHERE undo.id = journal.undone_by)
    FROM ranked
    JOIN journal ON journal.id = ranked.id
    LEFT JOIN meeting ON meeting.id = journal.meeting_id
    ORDER BY ranked.rank;
