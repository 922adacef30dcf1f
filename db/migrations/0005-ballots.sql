-- What was voted: the ballots of a meeting, and who voted what in those held by name.

-- Sealed with their meeting. decision_id: the decision voted on; NULL: the item itself. joint_id is
-- the same in the ballots that one vote made on several items. manner is what was said; consensus
-- has no counts. majority, voters (who could vote, proxies among them), present (for the quorum),
-- members (places with a vote) and quorum are those of that moment. shares_voters: its voters are
-- those of the item's other ballots that share them too. by_hand: a person wrote the sentence.
CREATE TABLE ballot (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    decision_id INTEGER REFERENCES decision (record_id),
    joint_id INTEGER,
    mode TEXT NOT NULL CHECK (mode IN ('main-levee', 'nominal', 'secret')),
    manner TEXT NOT NULL CHECK (manner IN ('consensus', 'unanimite', 'vote')),
    in_favour INTEGER NOT NULL CHECK (in_favour BETWEEN 0 AND 9999),
    against INTEGER NOT NULL CHECK (against BETWEEN 0 AND 9999),
    abstentions INTEGER NOT NULL CHECK (abstentions BETWEEN 0 AND 9999),
    casting TEXT CHECK (casting IN ('pour', 'contre')),
    majority TEXT NOT NULL CHECK (majority IN ('consensus', 'simple', 'absolue', 'deux-tiers')),
    present INTEGER NOT NULL,
    voters INTEGER NOT NULL,
    members INTEGER NOT NULL,
    quorum TEXT NOT NULL,
    quorum_reached INTEGER NOT NULL CHECK (quorum_reached IN (0, 1)),
    shares_voters INTEGER NOT NULL DEFAULT 0 CHECK (shares_voters IN (0, 1)),
    result TEXT NOT NULL CHECK (result IN ('adopte', 'rejete', 'partage')),
    sentence TEXT NOT NULL,
    by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
    anonymised INTEGER NOT NULL DEFAULT 0 CHECK (anonymised IN (0, 1)),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX ballot_of_meeting ON ballot (meeting_id);
CREATE INDEX ballot_of_item ON ballot (item_id);
CREATE INDEX ballot_of_decision ON ballot (decision_id) WHERE decision_id IS NOT NULL;

-- Sealed with their ballot, which is neither secret nor anonymised.
CREATE TABLE ballot_voice (
    ballot_id INTEGER NOT NULL REFERENCES ballot (id),
    attendance_id INTEGER NOT NULL REFERENCES attendance (id),
    choice TEXT NOT NULL CHECK (choice IN ('pour', 'contre', 'abstention', 'sans-vote')),
    PRIMARY KEY (ballot_id, attendance_id)
) STRICT;
CREATE INDEX ballot_voice_of_attendance ON ballot_voice (attendance_id);

CREATE TRIGGER ballot_sealed_update BEFORE UPDATE ON ballot
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting) OR NEW.meeting_id IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM ballot WHERE id = NEW.id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER ballot_sealed_delete BEFORE DELETE ON ballot
    WHEN OLD.meeting_id IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER ballot_sealed_insert BEFORE INSERT ON ballot
    WHEN NEW.meeting_id IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM ballot WHERE id = NEW.id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER ballot_voice_sealed_update BEFORE UPDATE ON ballot_voice
    WHEN (SELECT meeting_id FROM ballot WHERE id = OLD.ballot_id) IN (SELECT id FROM sealed_meeting)
        OR (SELECT meeting_id FROM ballot WHERE id = NEW.ballot_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER ballot_voice_sealed_delete BEFORE DELETE ON ballot_voice
    WHEN (SELECT meeting_id FROM ballot WHERE id = OLD.ballot_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;
CREATE TRIGGER ballot_voice_sealed_insert BEFORE INSERT ON ballot_voice
    WHEN (SELECT meeting_id FROM ballot WHERE id = NEW.ballot_id) IN (SELECT id FROM sealed_meeting)
BEGIN
    SELECT RAISE(ABORT, 'séance close : rouvrez-la dans Greffe pour la modifier');
END;

-- No name of any ballot. Consensus was not counted: its numbers are NULL.
CREATE VIEW lecture_votes (seance, point, decision, mode, secret, pour, contre, abstentions,
        sans_vote, presents, votants, quorum, resultat, phrase) AS
    SELECT meeting.reference, item_number.number, decision.number, ballot.mode,
        ballot.mode = 'secret',
        CASE WHEN ballot.manner <> 'consensus' THEN ballot.in_favour END,
        CASE WHEN ballot.manner <> 'consensus' THEN ballot.against END,
        CASE WHEN ballot.manner <> 'consensus' THEN ballot.abstentions END,
        CASE WHEN ballot.manner <> 'consensus' THEN
            max(0, ballot.voters - ballot.in_favour - ballot.against - ballot.abstentions) END,
        ballot.present, ballot.voters, ballot.quorum, ballot.result, ballot.sentence
    FROM ballot
    JOIN meeting ON meeting.id = ballot.meeting_id
    JOIN item ON item.id = ballot.item_id
    JOIN item_number ON item_number.item_id = item.id
    LEFT JOIN decision ON decision.record_id = ballot.decision_id
    LEFT JOIN item AS parent ON parent.id = item.parent_id
    ORDER BY meeting.date, meeting.id, ifnull(parent.position, item.position),
        ifnull(parent.id, item.id), parent.id IS NOT NULL, item.position, item.id,
        ifnull(ballot.decision_id, ballot.id), ballot.id;

-- The sentence is that of the ballot; without one, a decision was agreed on by consensus.
DROP VIEW lecture_decisions;
CREATE VIEW lecture_decisions (numero, seance, instance, date, point, texte, etat, mode,
        phrase_vote, axes, actions, a_revoir_le, remplace, remplacee_par) AS
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
