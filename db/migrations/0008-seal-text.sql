-- What is sealed of a meeting, as text. db/README.md says how a seal is computed again from these three
-- views. Once a version with them is published they stay as they are: a sealed column that comes
-- later gets views of its own, for the meetings closed from then on.

CREATE VIEW seal_subject (meeting_id, kind, part_id, confidential) AS
    SELECT id, 'meeting', id, 0 FROM meeting
    UNION ALL SELECT meeting_id, 'attendance', id, 0 FROM attendance
    UNION ALL SELECT item.meeting_id, 'item', item.id,
        max(item.confidential, ifnull(parent.confidential, 0))
        FROM item LEFT JOIN item AS parent ON parent.id = item.parent_id
    UNION ALL SELECT record.meeting_id, 'record', record.id,
        max(record.confidential, item.confidential, ifnull(parent.confidential, 0))
        FROM record JOIN item ON item.id = record.item_id
        LEFT JOIN item AS parent ON parent.id = item.parent_id
    UNION ALL SELECT ballot.meeting_id, 'ballot', ballot.id,
        max(item.confidential, ifnull(parent.confidential, 0), ifnull(record.confidential, 0))
        FROM ballot JOIN item ON item.id = ballot.item_id
        LEFT JOIN item AS parent ON parent.id = item.parent_id
        LEFT JOIN record ON record.id = ballot.decision_id;

-- The lines of a part, in the order of rank then line. A value as SQL writes it; the number that
-- ends a line with texts is how many bytes these have, lest one go on behind a NUL. A closing has its
-- seal here once another came after it.
CREATE VIEW seal_line (meeting_id, kind, part_id, rank, line) AS
    SELECT meeting.id, 'meeting', meeting.id, 1,
        printf('meeting %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %d', id, committee_id,
        committee_label, reference, date, planned_hour, planned_end, place, state, number,
        opened_at, adjourned_at, closed_at, lacks_quorum, recalls_id, follows_id, numbering,
        length(CAST(ifnull(committee_label, '') || reference || date || ifnull(planned_hour, '')
        || ifnull(planned_end, '') || ifnull(place, '') || state || ifnull(opened_at, '') ||
        ifnull(adjourned_at, '') || ifnull(closed_at, '') || numbering AS BLOB)))
    FROM meeting
    UNION ALL SELECT closing.meeting_id, 'meeting', closing.meeting_id, 2,
        printf('closing %Q %Q %Q %Q %Q %Q %Q %Q %d', closing.id, closing.meeting_id, closing.kind,
        closing.version, closing.at, closing.author, closing.reason, kept.seal,
        length(CAST(closing.kind || closing.at || closing.author || ifnull(closing.reason, '')
        || ifnull(kept.seal, '') AS BLOB)))
    FROM closing LEFT JOIN closing AS kept ON kept.id = closing.id AND kept.id <
        (SELECT max(last.id) FROM closing AS last WHERE last.meeting_id = closing.meeting_id)
    UNION ALL SELECT meeting_name.meeting_id, 'meeting', meeting_name.meeting_id, 3,
        printf('meeting_name %Q %Q %Q %Q %Q %d', meeting_id, kind, element_id, code, label,
        length(CAST(kind || code || label AS BLOB)))
    FROM meeting_name
    UNION ALL SELECT meeting_pause.meeting_id, 'meeting', meeting_pause.meeting_id, 4,
        printf('meeting_pause %Q %Q %Q %Q %Q %Q %d', id, meeting_id, item_id, kind, from_at,
        until_at, length(CAST(kind || from_at || ifnull(until_at, '') AS BLOB)))
    FROM meeting_pause
    UNION ALL SELECT attendance.meeting_id, 'attendance', attendance.id, 1,
        printf('attendance %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %d', id,
        meeting_id, person_id, position, civility, name, function, organisation,
        organisation_code, college, elected, role, voice, substitute_for, presence, deputy,
        proxy_to, length(CAST(ifnull(civility, '') || name || ifnull(function, '') ||
        ifnull(organisation, '') || ifnull(organisation_code, '') || ifnull(college, '') || role
        || voice || presence || ifnull(deputy, '') AS BLOB)))
    FROM attendance
    UNION ALL SELECT attendance.meeting_id, 'attendance', attendance.id, 2,
        printf('attendance_move %Q %Q %Q %Q %Q %d', attendance_move.id,
        attendance_move.attendance_id, attendance_move.item_id, attendance_move.arrives,
        attendance_move.at, length(CAST(attendance_move.at AS BLOB)))
    FROM attendance JOIN attendance_move ON attendance_move.attendance_id = attendance.id
    UNION ALL SELECT attendance.meeting_id, 'attendance', attendance.id, 3,
        printf('withdrawal %Q %Q', withdrawal.attendance_id, withdrawal.item_id)
    FROM attendance JOIN withdrawal ON withdrawal.attendance_id = attendance.id
    UNION ALL SELECT item.meeting_id, 'item', item.id, 1,
        printf('item %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %d', id,
        meeting_id, parent_id, position, title, kind, state, presenter, planned_minutes,
        opened_at, closed_at, reason, late, pinned, continues_id, standing_id, answers_id,
        approves_id, gathers, confidential, length(CAST(title || kind || state ||
        ifnull(presenter, '') || ifnull(opened_at, '') || ifnull(closed_at, '') ||
        ifnull(reason, '') || ifnull(gathers, '') AS BLOB)))
    FROM item
    UNION ALL SELECT item.meeting_id, 'item', item.id, 2,
        printf('item_axis %Q %Q', item_axis.item_id, item_axis.axis_id)
    FROM item JOIN item_axis ON item_axis.item_id = item.id
    UNION ALL SELECT item.meeting_id, 'item', item.id, 3,
        printf('item_objective %Q %Q', item_objective.item_id, item_objective.objective_id)
    FROM item JOIN item_objective ON item_objective.item_id = item.id
    UNION ALL SELECT item.meeting_id, 'item', item.id, 4,
        printf('item_action %Q %Q', item_action.item_id, item_action.action_id)
    FROM item JOIN item_action ON item_action.item_id = item.id
    UNION ALL SELECT item.meeting_id, 'item', item.id, 5,
        printf('item_document %Q %Q %Q %Q %Q %d', item_document.id, item_document.item_id,
        item_document.position, item_document.title, item_document.place,
        length(CAST(item_document.title || item_document.place AS BLOB)))
    FROM item JOIN item_document ON item_document.item_id = item.id
    UNION ALL SELECT record.meeting_id, 'record', record.id, 1,
        printf('record %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %d', id, meeting_id, item_id, kind,
        text, at, doubtful, not_understood, pinned, continues_id, confidential, length(CAST(kind
        || text || at AS BLOB)))
    FROM record
    UNION ALL SELECT record.meeting_id, 'record', record.id, 2,
        printf('decision %Q %Q %Q %Q %Q %Q %Q %d', decision.record_id, decision.number,
        decision.outcome, decision.mode, decision.review, decision.reserve, decision.reason,
        length(CAST(ifnull(decision.number, '') || decision.outcome || decision.mode ||
        ifnull(decision.review, '') || ifnull(decision.reserve, '') ||
        ifnull(decision.reason, '') AS BLOB)))
    FROM record JOIN decision ON decision.record_id = record.id
    UNION ALL SELECT record.meeting_id, 'record', record.id, 3,
        printf('task %Q %Q %Q %Q %d', task.record_id, task.reference, task.due, task.priority,
        length(CAST(task.reference || ifnull(task.due, '') AS BLOB)))
    FROM record JOIN task ON task.record_id = record.id
    UNION ALL SELECT record.meeting_id, 'record', record.id, 4,
        printf('record_mention %Q %Q %Q %Q %Q %d', record_mention.record_id,
        record_mention.position, record_mention.name, record_mention.organisation_id,
        record_mention.owner, length(CAST(record_mention.name AS BLOB)))
    FROM record JOIN record_mention ON record_mention.record_id = record.id
    UNION ALL SELECT record.meeting_id, 'record', record.id, 5,
        printf('record_axis %Q %Q', record_axis.record_id, record_axis.axis_id)
    FROM record JOIN record_axis ON record_axis.record_id = record.id
    UNION ALL SELECT record.meeting_id, 'record', record.id, 6,
        printf('record_objective %Q %Q', record_objective.record_id,
        record_objective.objective_id)
    FROM record JOIN record_objective ON record_objective.record_id = record.id
    UNION ALL SELECT record.meeting_id, 'record', record.id, 7,
        printf('record_action %Q %Q', record_action.record_id, record_action.action_id)
    FROM record JOIN record_action ON record_action.record_id = record.id
    UNION ALL SELECT ballot.meeting_id, 'ballot', ballot.id, 1,
        printf('ballot %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %Q %d',
        id, meeting_id, item_id, decision_id, joint_id, mode, manner, in_favour, against,
        abstentions, casting, majority, present, voters, members, quorum, quorum_reached,
        shares_voters, result, sentence, by_hand, anonymised, at, doubtful, length(CAST(mode ||
        manner || ifnull(casting, '') || majority || quorum || result || sentence || at AS
        BLOB)))
    FROM ballot
    UNION ALL SELECT ballot.meeting_id, 'ballot', ballot.id, 2,
        printf('ballot_voice %Q %Q %Q %d', ballot_voice.ballot_id, ballot_voice.attendance_id,
        ballot_voice.choice, length(CAST(ballot_voice.choice AS BLOB)))
    FROM ballot JOIN ballot_voice ON ballot_voice.ballot_id = ballot.id
    UNION ALL SELECT seal_part.meeting_id, seal_part.kind, seal_part.part_id, 0,
        printf('salt %Q %d', salt, length(CAST(salt AS BLOB)))
    FROM seal_part WHERE seal_part.salt IS NOT NULL;

-- The text that is hashed to the seal, in the order of rank then line.
CREATE VIEW seal_text (meeting_id, rank, line) AS
    SELECT id, 0, 'greffe-seal 1' FROM meeting
    UNION ALL SELECT meeting.id, 1, printf('after %s %d', ifnull(previous.seal, '-'),
            ifnull(length(CAST(previous.seal AS BLOB)), 0))
        FROM meeting LEFT JOIN meeting AS previous ON previous.id = meeting.follows_id
    UNION ALL SELECT meeting_id, 2, printf('%s %d %d %s %d', kind, part_id, confidential, hash,
            length(CAST(kind || hash AS BLOB))) FROM seal_part;
