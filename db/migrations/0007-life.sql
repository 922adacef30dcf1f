-- What becomes of decisions and tasks, and the meeting's own pace.

-- Sealed with the decision: the text of its reserve, and why it was decided so. What is said of it
-- after the closing stands in decision_life.
ALTER TABLE decision ADD COLUMN reserve TEXT;
ALTER TABLE decision ADD COLUMN reason TEXT;

-- review takes the place of the date that was decided; empty: it is not to be reviewed any more.
-- town_number: that of the délibération.
ALTER TABLE decision_life ADD COLUMN review TEXT;
ALTER TABLE decision_life ADD COLUMN town_number TEXT;
CREATE UNIQUE INDEX decision_life_by_town_number ON decision_life (town_number)
    WHERE town_number IS NOT NULL;

-- Whose accord is asked, living: the signatories of the convention, named as they were that day.
CREATE TABLE decision_accord (
    decision_id INTEGER NOT NULL REFERENCES decision (record_id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    given_on TEXT,
    PRIMARY KEY (decision_id, position)
) STRICT;

-- Which records of an item are tasks or decisions, without reading their texts.
DROP INDEX record_of_item;
CREATE INDEX record_of_item ON record (item_id, kind);

-- How a task goes on, living.
CREATE TABLE task_note (
    id INTEGER PRIMARY KEY,
    task_id INTEGER NOT NULL REFERENCES task_life (task_id),
    at TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX task_note_of_task ON task_note (task_id);

-- News of a task that the secretary asked for, living; at most one is awaited at a time.
CREATE TABLE task_follow_up (
    id INTEGER PRIMARY KEY,
    task_id INTEGER NOT NULL REFERENCES task_life (task_id),
    asked_on TEXT NOT NULL,
    given_on TEXT,
    answer TEXT,
    CHECK ((given_on IS NULL) = (answer IS NULL))
) STRICT;
CREATE INDEX task_follow_up_of_task ON task_follow_up (task_id);

-- What a task waits for, living: while one of these is open, it is blocked.
CREATE TABLE task_dependency (
    task_id INTEGER NOT NULL REFERENCES task_life (task_id),
    needs_id INTEGER NOT NULL REFERENCES task_life (task_id),
    PRIMARY KEY (task_id, needs_id),
    CHECK (task_id <> needs_id)
) STRICT;
CREATE INDEX task_dependency_needed ON task_dependency (needs_id);

-- Sealed with their meeting: when its clock stood still. suspension; levee: adjourned, then opened
-- again; point: between two openings of the item.
CREATE TABLE meeting_pause (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    item_id INTEGER REFERENCES item (id),
    kind TEXT NOT NULL CHECK (kind IN ('suspension', 'levee', 'point')),
    from_at TEXT NOT NULL,
    until_at TEXT,
    CHECK ((kind = 'point') = (item_id IS NOT NULL))
) STRICT;
CREATE INDEX meeting_pause_of_meeting ON meeting_pause (meeting_id);
CREATE INDEX meeting_pause_of_item ON meeting_pause (item_id) WHERE item_id IS NOT NULL;

-- «À vérifier» stands on a private note and on a ballot too.
ALTER TABLE private_note ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0 CHECK (doubtful IN (0, 1));
ALTER TABLE ballot ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0 CHECK (doubtful IN (0, 1));

CREATE TRIGGER meeting_pause_sealed_update BEFORE UPDATE ON meeting_pause
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting) OR NEW.meeting_id IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM meeting_pause WHERE id = NEW.id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER meeting_pause_sealed_delete BEFORE DELETE ON meeting_pause
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER meeting_pause_sealed_insert BEFORE INSERT ON meeting_pause
    WHEN NEW.meeting_id IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM meeting_pause WHERE id = NEW.id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;

-- How things stand -----------------------------------------------------------------------------------

CREATE VIEW decision_number (decision_id, number) AS
    SELECT decision.record_id, ifnull(decision.number, life.town_number)
    FROM decision LEFT JOIN decision_life AS life ON life.decision_id = decision.record_id;

CREATE VIEW decision_review (decision_id, review) AS
    SELECT decision.record_id, nullif(ifnull(life.review, decision.review), '')
    FROM decision LEFT JOIN decision_life AS life ON life.decision_id = decision.record_id;

-- A decision takes the place of another once its meeting is closed, if it stands.
CREATE VIEW decision_standing (decision_id) AS
    SELECT decision.record_id FROM decision
    JOIN record ON record.id = decision.record_id
    JOIN meeting ON meeting.id = record.meeting_id AND meeting.state = 'close'
    WHERE decision.outcome NOT IN ('reportee', 'rejetee', 'retiree');

DROP VIEW decision_status;
CREATE VIEW decision_status (decision_id, state) AS
    SELECT decision.record_id,
        CASE WHEN meeting.state <> 'close' THEN 'provisoire'
            WHEN decision_life.withdrawn_on IS NOT NULL THEN 'retiree'
            WHEN decision_life.replaced_by IS NOT NULL AND EXISTS (SELECT 1 FROM decision_standing
                WHERE decision_standing.decision_id = decision_life.replaced_by) THEN 'remplacee'
            WHEN decision_life.executed_on IS NOT NULL THEN 'executee'
            ELSE decision.outcome END
    FROM decision
    JOIN record ON record.id = decision.record_id
    JOIN meeting ON meeting.id = record.meeting_id
    LEFT JOIN decision_life ON decision_life.decision_id = decision.record_id;

DROP VIEW lecture_decisions;
CREATE VIEW lecture_decisions (numero, seance, instance, date, point, texte, etat, mode,
        phrase_vote, axes, actions, a_revoir_le, remplace, remplacee_par, rectifications, confidentiel,
        reserve, motif, executee_le, accords) AS
    SELECT ifnull(decision.number, life.town_number), meeting.reference, committee.code, meeting.date, item_number.number,
        record.text, decision_status.state, decision.mode,
        ifnull((SELECT ballot.sentence FROM ballot WHERE ballot.decision_id = decision.record_id
                ORDER BY ballot.id DESC LIMIT 1),
            CASE decision.mode WHEN 'consensus' THEN 'Par consensus' END),
        concern.axes, concern.actions,
        decision_review.review,
        (SELECT group_concat(number, ' ; ') FROM (SELECT replaced.number FROM decision_life AS other
            JOIN decision_number AS replaced ON replaced.decision_id = other.decision_id
            WHERE other.replaced_by = decision.record_id ORDER BY replaced.number)),
        (SELECT number FROM decision_number WHERE decision_id = life.replaced_by),
        (SELECT group_concat(number, ' ; ') FROM (SELECT rectification.number FROM rectification
            WHERE rectification.decision_id = decision.record_id ORDER BY rectification.id)),
        max(record.confidential, item.confidential, ifnull(parent.confidential, 0)),
        decision.reserve, ifnull(life.reason, decision.reason), life.executed_on,
        (SELECT group_concat(accord, ' ; ') FROM (SELECT name || ifnull(' ' || given_on, '') AS accord
            FROM decision_accord WHERE decision_accord.decision_id = decision.record_id
            ORDER BY position))
    FROM decision
    JOIN decision_review ON decision_review.decision_id = decision.record_id
    LEFT JOIN decision_life AS life ON life.decision_id = decision.record_id
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

DROP VIEW lecture_taches;
CREATE VIEW lecture_taches (reference, texte, responsables, echeance, etat, priorite, seance,
        instance, point, decision, axes, actions, creee_le, faite_le,
        confidentiel, suivi_demande_le, suivi_recu_le, attend) AS
    SELECT task.reference, record.text,
        (SELECT group_concat(name, ' ; ') FROM (SELECT task_life_owner.name FROM task_life_owner
            WHERE task_life_owner.task_id = task.record_id ORDER BY task_life_owner.position)),
        task_life.due, task_life.state, task_life.priority, meeting.reference, committee.code,
        item_number.number, NULL,
        concern.axes, concern.actions,
        substr(record.at, 1, 10), task_life.done_on,
        max(record.confidential, item.confidential, ifnull(parent.confidential, 0)),
        asked.asked_on, asked.given_on,
        (SELECT group_concat(reference, ' ; ') FROM (SELECT needed.reference
            FROM task_dependency JOIN open_task ON open_task.task_id = task_dependency.needs_id
            JOIN task AS needed ON needed.record_id = task_dependency.needs_id
            WHERE task_dependency.task_id = task.record_id ORDER BY needed.record_id))
    FROM task
    JOIN task_life ON task_life.task_id = task.record_id
    LEFT JOIN task_follow_up AS asked ON asked.id = (SELECT max(id) FROM task_follow_up
        WHERE task_follow_up.task_id = task.record_id)
    JOIN record ON record.id = task.record_id
    JOIN record_concern_text AS concern ON concern.record_id = record.id
    JOIN item ON item.id = record.item_id
    LEFT JOIN item AS parent ON parent.id = item.parent_id
    JOIN item_number ON item_number.item_id = record.item_id
    JOIN meeting ON meeting.id = record.meeting_id
    JOIN committee ON committee.id = meeting.committee_id
    ORDER BY task.record_id;
