-- What comes after a meeting: its closing and its seal, reopening, dispatch, approval, corrections.

-- seal: the SHA-256 of the seal's text (db/README.md), in hexadecimal; NULL while the meeting is
-- not closed, and where it was closed before this version. follows_id: the closed meeting of the
-- committee that it is chained to. committee_label: what the committee was called that day.
ALTER TABLE meeting ADD COLUMN seal TEXT;
ALTER TABLE meeting ADD COLUMN follows_id INTEGER REFERENCES meeting (id);
ALTER TABLE meeting ADD COLUMN committee_label TEXT;
CREATE INDEX meeting_following ON meeting (follows_id) WHERE follows_id IS NOT NULL;

-- confidential: left out of what is handed out. What an item has is confidential with it.
ALTER TABLE item ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1));
ALTER TABLE record ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0
    CHECK (confidential IN (0, 1));

-- Each closing and each reopening of a meeting, for ever. The version of a reopening is that of the
-- closing that it takes back; the seal is that of the closing.
CREATE TABLE closing (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    kind TEXT NOT NULL CHECK (kind IN ('cloture', 'reouverture')),
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT,
    seal TEXT
) STRICT;
CREATE INDEX closing_of_meeting ON closing (meeting_id);

-- Sealed with their meeting: what the elements of the plan and the organisations that it names were
-- called when it was closed.
CREATE TABLE meeting_name (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    kind TEXT NOT NULL CHECK (kind IN ('axis', 'objective', 'action', 'organisation')),
    element_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (meeting_id, kind, element_id)
) STRICT;

-- Outside the journal, sealed with its meeting: the hash of each part of it, what the seal is made
-- of. Where a part is confidential a copy may leave it out and keep its hash; the salt, which goes
-- with the part, keeps anyone from finding a short text by trying.
CREATE TABLE seal_part (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    kind TEXT NOT NULL CHECK (kind IN ('meeting', 'attendance', 'item', 'record', 'ballot')),
    part_id INTEGER NOT NULL,
    confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    salt TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (meeting_id, kind, part_id)
) STRICT;

-- A correction of what is sealed, living beside it: of a decision (`COPIL-2026-012-BIS`), or of the
-- minutes of a meeting (`COPIL-2026-03-12-BIS`).
CREATE TABLE rectification (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    decision_id INTEGER REFERENCES decision (record_id),
    number TEXT NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL
) STRICT;
CREATE INDEX rectification_of_meeting ON rectification (meeting_id);
CREATE INDEX rectification_of_decision ON rectification (decision_id)
    WHERE decision_id IS NOT NULL;
CREATE UNIQUE INDEX rectification_by_number ON rectification (number);

-- The minutes of a closed meeting, approved by the committee, living. held_id: the later meeting that
-- approved them; NULL outside one. What nobody approved within the committee's delay is approved all
-- the same, and has no row.
CREATE TABLE approval (
    meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id),
    held_id INTEGER REFERENCES meeting (id),
    at TEXT NOT NULL,
    reserves TEXT
) STRICT;
CREATE INDEX approval_by_meeting ON approval (held_id) WHERE held_id IS NOT NULL;

-- The triggers of the seal ---------------------------------------------------------------------------

-- A closing is written while its meeting may be changed; then it stays as it is, also when the
-- meeting is open again.
CREATE TRIGGER closing_kept_update BEFORE UPDATE ON closing
    WHEN OLD.seal IS NOT NULL OR OLD.kind <> 'cloture' OR NEW.id <> OLD.id
        OR NEW.meeting_id <> OLD.meeting_id
        OR OLD.meeting_id NOT IN (SELECT meeting_id FROM reopening)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER closing_kept_delete BEFORE DELETE ON closing
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER closing_kept_insert BEFORE INSERT ON closing
    WHEN NEW.meeting_id NOT IN (SELECT meeting_id FROM reopening)
        OR EXISTS (SELECT 1 FROM closing WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER meeting_name_sealed_update BEFORE UPDATE ON meeting_name
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting) OR NEW.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER meeting_name_sealed_delete BEFORE DELETE ON meeting_name
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER meeting_name_sealed_insert BEFORE INSERT ON meeting_name
    WHEN NEW.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER seal_part_sealed_update BEFORE UPDATE ON seal_part
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting) OR NEW.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER seal_part_sealed_delete BEFORE DELETE ON seal_part
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER seal_part_sealed_insert BEFORE INSERT ON seal_part
    WHEN NEW.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;

-- Approval -------------------------------------------------------------------------------------------

-- The day on which minutes count as approved, if nobody says otherwise: so many days after they
-- were first sent since the meeting was last closed.
CREATE VIEW tacit_approval (meeting_id, day) AS
    SELECT meeting.id, date((SELECT min(substr(dispatch.at, 1, 10)) FROM dispatch
            WHERE dispatch.meeting_id = meeting.id AND dispatch.kind = 'compte-rendu'
                AND dispatch.id > ifnull((SELECT max(closing.id) FROM closing
                    WHERE closing.meeting_id = meeting.id), 0)),
        '+' || committee.approval_days || ' days')
    FROM meeting JOIN committee ON committee.id = meeting.committee_id
    WHERE meeting.state = 'close' AND committee.approval_days IS NOT NULL;

-- Reading from outside -------------------------------------------------------------------------------

CREATE VIEW approved_meeting (meeting_id, day) AS
    SELECT meeting.id, ifnull(substr(approval.at, 1, 10),
        (SELECT day FROM tacit_approval
            WHERE tacit_approval.meeting_id = meeting.id AND day <= date('now', 'localtime')))
    FROM meeting LEFT JOIN approval ON approval.meeting_id = meeting.id
    WHERE meeting.state = 'close';

DROP VIEW lecture_seances;
CREATE VIEW lecture_seances (reference, instance, numero, date, ouverte_a, levee_a, lieu, etat,
        presidence, secretaire, presents, attendus, empreinte, approuvee_le) AS
    SELECT meeting.reference, committee.code, meeting.number, meeting.date,
        substr(meeting.opened_at, 12, 5), substr(meeting.adjourned_at, 12, 5), meeting.place,
        CASE WHEN approved_meeting.day IS NOT NULL THEN 'approuvee' ELSE meeting.state END,
        (SELECT group_concat(name, ' ; ') FROM (SELECT name FROM attendance_office AS office
            WHERE office.meeting_id = meeting.id AND chair = 1 ORDER BY position, id)),
        (SELECT group_concat(name, ' ; ') FROM (SELECT name FROM attendance_office AS office
            WHERE office.meeting_id = meeting.id AND chair = 0 ORDER BY position, id)),
        ifnull((SELECT present FROM attendance_summary AS summary
            WHERE summary.meeting_id = meeting.id), 0),
        ifnull((SELECT expected FROM attendance_summary AS summary
            WHERE summary.meeting_id = meeting.id), 0),
        meeting.seal, approved_meeting.day
    FROM meeting JOIN committee ON committee.id = meeting.committee_id
    LEFT JOIN approved_meeting ON approved_meeting.meeting_id = meeting.id
    ORDER BY meeting.date, meeting.id;

DROP VIEW lecture_points;
CREATE VIEW lecture_points (seance, numero, intitule, genre, etat, rapporteur, minutes_prevues,
        ouvert_a, clos_a, axes, actions, motif, confidentiel) AS
    SELECT meeting.reference, item_number.number, item.title, item.kind, item.state,
        item.presenter, item.planned_minutes, substr(item.opened_at, 12, 5),
        substr(item.closed_at, 12, 5),
        concern.axes, concern.actions, item.reason,
        max(item.confidential, ifnull(parent.confidential, 0))
    FROM item
    JOIN meeting ON meeting.id = item.meeting_id
    JOIN item_number ON item_number.item_id = item.id
    JOIN item_concern_text AS concern ON concern.item_id = item.id
    LEFT JOIN item AS parent ON parent.id = item.parent_id
    ORDER BY meeting.date, meeting.id, ifnull(parent.position, item.position),
        ifnull(parent.id, item.id), parent.id IS NOT NULL, item.position, item.id;

DROP VIEW lecture_decisions;
CREATE VIEW lecture_decisions (numero, seance, instance, date, point, texte, etat, mode,
        phrase_vote, axes, actions, a_revoir_le, remplace, remplacee_par, rectifications, confidentiel)
        AS
    SELECT decision.number, meeting.reference, committee.code, meeting.date, item_number.number,
        record.text, decision_status.state, decision.mode,
        ifnull((SELECT ballot.sentence FROM ballot WHERE ballot.decision_id = decision.record_id
                ORDER BY ballot.id DESC LIMIT 1),
            CASE decision.mode WHEN 'consensus' THEN 'Par consensus' END),
        concern.axes, concern.actions,
        decision.review,
        (SELECT group_concat(number, ' ; ') FROM (SELECT replaced.number FROM decision_life AS life
            JOIN decision AS replaced ON replaced.record_id = life.decision_id
            WHERE life.replaced_by = decision.record_id ORDER BY replaced.number)),
        (SELECT other.number FROM decision_life AS life
            JOIN decision AS other ON other.record_id = life.replaced_by
            WHERE life.decision_id = decision.record_id),
        (SELECT group_concat(number, ' ; ') FROM (SELECT rectification.number FROM rectification
            WHERE rectification.decision_id = decision.record_id ORDER BY rectification.id)),
        max(record.confidential, item.confidential, ifnull(parent.confidential, 0))
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

DROP VIEW lecture_taches;
CREATE VIEW lecture_taches (reference, texte, responsables, echeance, etat, priorite, seance,
        instance, point, decision, axes, actions, creee_le, faite_le,
        confidentiel) AS
    SELECT task.reference, record.text,
        (SELECT group_concat(name, ' ; ') FROM (SELECT task_life_owner.name FROM task_life_owner
            WHERE task_life_owner.task_id = task.record_id ORDER BY task_life_owner.position)),
        task_life.due, task_life.state, task_life.priority, meeting.reference, committee.code,
        item_number.number, NULL,
        concern.axes, concern.actions,
        substr(record.at, 1, 10), task_life.done_on,
        max(record.confidential, item.confidential, ifnull(parent.confidential, 0))
    FROM task
    JOIN task_life ON task_life.task_id = task.record_id
    JOIN record ON record.id = task.record_id
    JOIN record_concern_text AS concern ON concern.record_id = record.id
    JOIN item ON item.id = record.item_id
    LEFT JOIN item AS parent ON parent.id = item.parent_id
    JOIN item_number ON item_number.item_id = record.item_id
    JOIN meeting ON meeting.id = record.meeting_id
    JOIN committee ON committee.id = meeting.committee_id
    ORDER BY task.record_id;

CREATE VIEW lecture_clotures (seance, version, geste, date, heure, auteur, motif, empreinte) AS
    SELECT meeting.reference, closing.version, closing.kind, substr(closing.at, 1, 10),
        substr(closing.at, 12, 5), closing.author, closing.reason, closing.seal
    FROM closing JOIN meeting ON meeting.id = closing.meeting_id
    ORDER BY meeting.date, meeting.id, closing.id;

CREATE VIEW lecture_rectifications (numero, seance, decision, date, heure, auteur, texte, motif) AS
    SELECT rectification.number, meeting.reference, decision.number,
        substr(rectification.at, 1, 10), substr(rectification.at, 12, 5), rectification.author,
        rectification.text, rectification.reason
    FROM rectification JOIN meeting ON meeting.id = rectification.meeting_id
    LEFT JOIN decision ON decision.record_id = rectification.decision_id
    ORDER BY meeting.date, meeting.id, rectification.id;

CREATE VIEW lecture_diffusions (seance, piece, date, heure, destinataires) AS
    SELECT meeting.reference, dispatch.kind, substr(dispatch.at, 1, 10),
        nullif(substr(dispatch.at, 12, 5), ''), dispatch.recipients
    FROM dispatch JOIN meeting ON meeting.id = dispatch.meeting_id
    ORDER BY meeting.date, meeting.id, dispatch.id;

CREATE VIEW lecture_approbations (seance, date, tacite, approuvee_en, reserves) AS
    SELECT meeting.reference, approved_meeting.day, approval.meeting_id IS NULL, held.reference,
        approval.reserves
    FROM approved_meeting JOIN meeting ON meeting.id = approved_meeting.meeting_id
    LEFT JOIN approval ON approval.meeting_id = meeting.id
    LEFT JOIN meeting AS held ON held.id = approval.held_id
    WHERE approved_meeting.day IS NOT NULL
    ORDER BY meeting.date, meeting.id;
