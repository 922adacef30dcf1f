-- Who sits in which committee and since when, by which rules it meets, and who was there.

-- The rules of a committee, living. quorum: aucun, majorite, a number, or par-college (more than
-- half of each); majority: consensus, simple, absolue, deux-tiers; approval_days: after how many
-- days since dispatch the minutes count as approved.
ALTER TABLE committee ADD COLUMN casting_vote INTEGER NOT NULL DEFAULT 0
    CHECK (casting_vote IN (0, 1));
ALTER TABLE committee ADD COLUMN proxies INTEGER NOT NULL DEFAULT 1 CHECK (proxies >= 0);
ALTER TABLE committee ADD COLUMN call_word TEXT NOT NULL DEFAULT 'convocation'
    CHECK (call_word IN ('convocation', 'invitation'));

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    civility TEXT,
    name TEXT NOT NULL,
    function TEXT,
    organisation_id INTEGER REFERENCES organisation (id),
    elected INTEGER NOT NULL DEFAULT 0 CHECK (elected IN (0, 1)),
    archived INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_of_organisation ON person (organisation_id) WHERE organisation_id IS NOT NULL;

-- First and last day count. A substitute names the mandate that it stands in for.
CREATE TABLE mandate (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    committee_id INTEGER NOT NULL REFERENCES committee (id),
    role TEXT NOT NULL CHECK (role IN
        ('presidence', 'copresidence', 'secretaire', 'membre', 'invite')),
    voice TEXT NOT NULL CHECK (voice IN ('deliberative', 'consultative', '')),
    substitute_for INTEGER REFERENCES mandate (id),
    starts TEXT,
    ends TEXT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX mandate_of_committee ON mandate (committee_id);
CREATE INDEX mandate_of_person ON mandate (person_id);
CREATE INDEX mandate_of_principal ON mandate (substitute_for) WHERE substitute_for IS NOT NULL;

-- Sealed with their meeting: names, functions and mandates as they were that day. presence is
-- empty until it is known; deputy is who sits for a represented member, proxy_to who votes for an
-- absent one. A guest has no person and no voice.
CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    person_id INTEGER REFERENCES person (id),
    position INTEGER NOT NULL,
    civility TEXT,
    name TEXT NOT NULL,
    function TEXT,
    organisation TEXT,
    organisation_code TEXT,
    college TEXT,
    elected INTEGER NOT NULL DEFAULT 0,
    role TEXT NOT NULL CHECK (role IN
        ('presidence', 'copresidence', 'secretaire', 'membre', 'invite')),
    voice TEXT NOT NULL CHECK (voice IN ('deliberative', 'consultative', '')),
    substitute_for INTEGER REFERENCES attendance (id),
    presence TEXT NOT NULL DEFAULT '' CHECK (presence IN
        ('', 'present', 'visio', 'represente', 'excuse', 'absent')),
    deputy TEXT,
    proxy_to INTEGER REFERENCES attendance (id)
) STRICT;
CREATE INDEX attendance_of_meeting ON attendance (meeting_id);
CREATE INDEX attendance_of_person ON attendance (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX attendance_of_principal ON attendance (substitute_for)
    WHERE substitute_for IS NOT NULL;
CREATE INDEX attendance_of_holder ON attendance (proxy_to) WHERE proxy_to IS NOT NULL;

-- An arrival counts from its item on, a departure no longer counts from its item on; before the
-- first move one was absent if it is an arrival, present if it is a departure.
CREATE TABLE attendance_move (
    id INTEGER PRIMARY KEY,
    attendance_id INTEGER NOT NULL REFERENCES attendance (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    arrives INTEGER NOT NULL CHECK (arrives IN (0, 1)),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_move_of_attendance ON attendance_move (attendance_id);
CREATE INDEX attendance_move_of_item ON attendance_move (item_id);

-- Who takes no part in an item (déport).
CREATE TABLE withdrawal (
    attendance_id INTEGER NOT NULL REFERENCES attendance (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    PRIMARY KEY (attendance_id, item_id)
) STRICT;
CREATE INDEX withdrawal_of_item ON withdrawal (item_id);

CREATE TRIGGER attendance_sealed_update BEFORE UPDATE ON attendance
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting) OR NEW.meeting_id IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM attendance WHERE id = NEW.id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER attendance_sealed_delete BEFORE DELETE ON attendance
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER attendance_sealed_insert BEFORE INSERT ON attendance
    WHEN NEW.meeting_id IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM attendance WHERE id = NEW.id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER attendance_move_sealed_update BEFORE UPDATE ON attendance_move
    WHEN (SELECT meeting_id FROM attendance WHERE id = OLD.attendance_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM attendance WHERE id = NEW.attendance_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM attendance WHERE id =
            (SELECT attendance_id FROM attendance_move WHERE id = NEW.id)) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER attendance_move_sealed_delete BEFORE DELETE ON attendance_move
    WHEN (SELECT meeting_id FROM attendance WHERE id = OLD.attendance_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER attendance_move_sealed_insert BEFORE INSERT ON attendance_move
    WHEN (SELECT meeting_id FROM attendance WHERE id = NEW.attendance_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM attendance WHERE id =
            (SELECT attendance_id FROM attendance_move WHERE id = NEW.id)) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER withdrawal_sealed_update BEFORE UPDATE ON withdrawal
    WHEN (SELECT meeting_id FROM attendance WHERE id = OLD.attendance_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM attendance WHERE id = NEW.attendance_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER withdrawal_sealed_delete BEFORE DELETE ON withdrawal
    WHEN (SELECT meeting_id FROM attendance WHERE id = OLD.attendance_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER withdrawal_sealed_insert BEFORE INSERT ON withdrawal
    WHEN (SELECT meeting_id FROM attendance WHERE id = NEW.attendance_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;

-- Members are those whose mandate runs today, substitutes and guests left out.
DROP VIEW lecture_instances;
CREATE VIEW lecture_instances (code, libelle, genre, quorum, majorite, delai_approbation, membres,
        seances, derniere_seance, prochaine_seance) AS
    SELECT committee.code, committee.label, committee.kind, committee.quorum, committee.majority,
        committee.approval_days,
        (SELECT count(*) FROM mandate WHERE mandate.committee_id = committee.id
            AND mandate.substitute_for IS NULL AND mandate.role <> 'invite'
            AND date('now', 'localtime') BETWEEN ifnull(mandate.starts, '')
                AND ifnull(mandate.ends, '9999')),
        (SELECT count(*) FROM meeting WHERE meeting.committee_id = committee.id),
        (SELECT max(meeting.date) FROM meeting WHERE meeting.committee_id = committee.id
            AND meeting.state IN ('ouverte', 'suspendue', 'levee', 'close')),
        (SELECT min(meeting.date) FROM meeting WHERE meeting.committee_id = committee.id
            AND meeting.state = 'preparee')
    FROM committee ORDER BY committee.position, committee.id;
