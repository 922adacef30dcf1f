-- Where an item of an agenda comes from, what returns by itself, what waits between two meetings.

-- What returns at each meeting of a committee, living; at_end: behind what the meeting brings.
CREATE TABLE standing_item (
    id INTEGER PRIMARY KEY,
    committee_id INTEGER NOT NULL REFERENCES committee (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('information', 'avis', 'decision')),
    presenter TEXT,
    planned_minutes INTEGER CHECK (planned_minutes BETWEEN 0 AND 1440),
    at_end INTEGER NOT NULL DEFAULT 0 CHECK (at_end IN (0, 1)),
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;
CREATE INDEX standing_item_of_committee ON standing_item (committee_id, position);

-- continues_id: the item of an earlier meeting that it takes up again. answers_id: what was
-- recorded elsewhere and brought it (a proposition, a decision to review, a task, a question).
-- approves_id: the meeting whose minutes it approves. gathers: it stands for all that is owed of one
-- kind, where that is much. late: added once the call was sent. pinned: returns at each meeting.
ALTER TABLE item ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
ALTER TABLE item ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
ALTER TABLE item ADD COLUMN continues_id INTEGER REFERENCES item (id);
ALTER TABLE item ADD COLUMN standing_id INTEGER REFERENCES standing_item (id);
ALTER TABLE item ADD COLUMN answers_id INTEGER REFERENCES record (id);
ALTER TABLE item ADD COLUMN approves_id INTEGER REFERENCES meeting (id);
ALTER TABLE item ADD COLUMN gathers TEXT CHECK (gathers IN
    ('proposition', 'a-deliberer', 'a-revoir', 'question', 'tache'));
CREATE INDEX item_continued ON item (continues_id) WHERE continues_id IS NOT NULL;
CREATE INDEX item_standing ON item (standing_id) WHERE standing_id IS NOT NULL;
CREATE INDEX item_answering ON item (answers_id) WHERE answers_id IS NOT NULL;
CREATE INDEX item_approving ON item (approves_id) WHERE approves_id IS NOT NULL;
CREATE INDEX item_waiting ON item (meeting_id) WHERE state = 'en-attente';

-- A pinned note is taken up in the next meeting of its item; the last of the chain is the note as it
-- stands.
ALTER TABLE record ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
ALTER TABLE record ADD COLUMN continues_id INTEGER REFERENCES record (id);
CREATE INDEX record_continued ON record (continues_id) WHERE continues_id IS NOT NULL;

-- lacks_quorum: adjourned because too few were there. recalls_id: the meeting that it was called in
-- the place of.
ALTER TABLE meeting ADD COLUMN planned_end TEXT;
ALTER TABLE meeting ADD COLUMN lacks_quorum INTEGER NOT NULL DEFAULT 0
    CHECK (lacks_quorum IN (0, 1));
ALTER TABLE meeting ADD COLUMN recalls_id INTEGER REFERENCES meeting (id);
CREATE INDEX meeting_recalling ON meeting (recalls_id) WHERE recalls_id IS NOT NULL;

-- The number of the first item, which says how they are numbered: 1 or I, behind a prefix where there
-- is one. A committee's is that of the meetings that it prepares from then on.
ALTER TABLE committee ADD COLUMN numbering TEXT NOT NULL DEFAULT '1'
    CHECK (substr(numbering, -1) IN ('1', 'I'));
ALTER TABLE meeting ADD COLUMN numbering TEXT NOT NULL DEFAULT '1'
    CHECK (substr(numbering, -1) IN ('1', 'I'));

-- Sealed with their meeting: what is read before an item; place is a path or an address.
CREATE TABLE item_document (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL
) STRICT;
CREATE INDEX item_document_of_item ON item_document (item_id, position);

-- What was taken off the agenda of one meeting, for that time only: a standing item, an item, a
-- record or a meeting, by its id; below 0 for an item that gathers (rules/carry_over.h). Living.
CREATE TABLE agenda_omission (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    source_id INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, source_id)
) STRICT;

-- What was sent, to whom, living.
CREATE TABLE dispatch (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    kind TEXT NOT NULL CHECK (kind IN ('convocation', 'compte-rendu')),
    at TEXT NOT NULL,
    recipients TEXT NOT NULL
) STRICT;
CREATE INDEX dispatch_of_meeting ON dispatch (meeting_id, kind);

-- A question that got its answer, living.
CREATE TABLE question_life (
    question_id INTEGER PRIMARY KEY REFERENCES record (id),
    answered_on TEXT NOT NULL,
    answer TEXT
) STRICT;

-- What waits has no number.
DROP VIEW item_rank;
CREATE VIEW item_rank (item_id, rank) AS
    SELECT item.id, CASE WHEN item.state <> 'en-attente' THEN (SELECT count(*) FROM item AS other
        WHERE other.meeting_id = item.meeting_id AND other.parent_id IS item.parent_id
            AND other.state <> 'en-attente'
            AND (other.position, other.id) <= (item.position, item.id)) END
    FROM item;

-- `3`, `3.1` for a sub-item, `A-III.1` where the meeting has it so; roman up to 399.
DROP VIEW item_number;
CREATE VIEW item_number (item_id, number) AS
    SELECT item.id, substr(meeting.numbering, 1, length(meeting.numbering) - 1)
        || CASE WHEN substr(meeting.numbering, -1) = 'I' AND top.rank < 400 THEN
            CASE top.rank / 100 WHEN 1 THEN 'C' WHEN 2 THEN 'CC' WHEN 3 THEN 'CCC' ELSE '' END
            || CASE top.rank / 10 % 10 WHEN 1 THEN 'X' WHEN 2 THEN 'XX' WHEN 3 THEN 'XXX'
                WHEN 4 THEN 'XL' WHEN 5 THEN 'L' WHEN 6 THEN 'LX' WHEN 7 THEN 'LXX'
                WHEN 8 THEN 'LXXX' WHEN 9 THEN 'XC' ELSE '' END
            || CASE top.rank % 10 WHEN 1 THEN 'I' WHEN 2 THEN 'II' WHEN 3 THEN 'III'
                WHEN 4 THEN 'IV' WHEN 5 THEN 'V' WHEN 6 THEN 'VI' WHEN 7 THEN 'VII'
                WHEN 8 THEN 'VIII' WHEN 9 THEN 'IX' ELSE '' END
            ELSE CAST(top.rank AS TEXT) END
        || CASE WHEN item.parent_id IS NULL THEN '' ELSE '.' || own.rank END
    FROM item JOIN meeting ON meeting.id = item.meeting_id
    JOIN item_rank AS own ON own.item_id = item.id
    JOIN item_rank AS top ON top.item_id = ifnull(item.parent_id, item.id);

CREATE TRIGGER item_document_sealed_update BEFORE UPDATE ON item_document
    WHEN (SELECT meeting_id FROM item WHERE id = OLD.item_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM item WHERE id = NEW.item_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM item WHERE id =
            (SELECT item_id FROM item_document WHERE id = NEW.id)) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_document_sealed_delete BEFORE DELETE ON item_document
    WHEN (SELECT meeting_id FROM item WHERE id = OLD.item_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER item_document_sealed_insert BEFORE INSERT ON item_document
    WHEN (SELECT meeting_id FROM item WHERE id = NEW.item_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM item WHERE id =
            (SELECT item_id FROM item_document WHERE id = NEW.id)) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
