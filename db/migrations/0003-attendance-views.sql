-- Who was there, as other programs read it.

-- A place at a meeting: a member, not a substitute. Held: somebody sat on it at some moment, the
-- member, a deputy or a substitute.
CREATE VIEW attendance_place (meeting_id, votes, held) AS
    SELECT attendance.meeting_id, attendance.voice = 'deliberative',
        attendance.presence IN ('present', 'visio')
            OR (attendance.presence = 'represente' AND attendance.deputy IS NOT NULL)
            OR EXISTS (SELECT 1 FROM attendance AS substitute
                WHERE substitute.substitute_for = attendance.id
                    AND substitute.voice <> 'consultative'
                    AND substitute.presence IN ('present', 'visio'))
    FROM attendance
    WHERE attendance.substitute_for IS NULL
        AND (attendance.role <> 'invite' OR attendance.voice = 'deliberative');

-- Where no place has a vote, all of them are expected.
CREATE VIEW attendance_summary (meeting_id, present, expected) AS
    SELECT meeting_id,
        CASE WHEN max(votes) = 1 THEN sum(votes AND held) ELSE sum(held) END,
        CASE WHEN max(votes) = 1 THEN sum(votes) ELSE count(*) END
    FROM attendance_place GROUP BY meeting_id;

-- Who held an office, or is to hold it: the deputy of a represented one, nobody who stayed away.
CREATE VIEW attendance_office (meeting_id, chair, name, position, id) AS
    SELECT meeting_id, role <> 'secretaire',
        CASE presence WHEN 'represente' THEN deputy ELSE name END, position, id
    FROM attendance
    WHERE role IN ('presidence', 'copresidence', 'secretaire')
        AND presence NOT IN ('excuse', 'absent');

CREATE VIEW lecture_presences (seance, personne, fonction, organisme, college, role, voix,
        presence, pouvoir_a, represente_par, arrivee, depart) AS
    SELECT meeting.reference, own.name, own.function, own.organisation,
        CASE WHEN principal.id IS NULL THEN own.college ELSE principal.college END,
        own.role,
        CASE WHEN own.presence IN ('present', 'visio')
            AND principal.presence IN ('present', 'visio', 'represente') AND NOT EXISTS
            (SELECT 1 FROM attendance_move WHERE attendance_id = principal.id)
            THEN '' ELSE own.voice END,
        nullif(own.presence, ''), holder.name, own.deputy,
        (SELECT group_concat(hour, ' ; ') FROM (SELECT substr(at, 12, 5) AS hour
            FROM attendance_move WHERE attendance_id = own.id AND arrives = 1 ORDER BY id)),
        ifnull((SELECT group_concat(hour, ' ; ') FROM (SELECT substr(at, 12, 5) AS hour
            FROM attendance_move WHERE attendance_id = own.id AND arrives = 0 ORDER BY id)),
            CASE WHEN own.presence IN ('present', 'visio') THEN
                (SELECT group_concat(hour, ' ; ') FROM (SELECT substr(at, 12, 5) AS hour
                FROM attendance_move WHERE attendance_id = principal.id AND arrives = 1
                ORDER BY id)) END)
    FROM attendance AS own
    JOIN meeting ON meeting.id = own.meeting_id
    LEFT JOIN attendance AS principal ON principal.id = own.substitute_for
    LEFT JOIN attendance AS holder ON holder.id = own.proxy_to
    ORDER BY meeting.date, meeting.id, own.role = 'invite',
        ifnull(principal.position, own.position), ifnull(principal.id, own.id),
        own.substitute_for IS NOT NULL, own.position, own.id;

DROP VIEW lecture_seances;
CREATE VIEW lecture_seances (reference, instance, numero, date, ouverte_a, levee_a, lieu, etat,
        presidence, secretaire, presents, attendus, empreinte, approuvee_le) AS
    SELECT meeting.reference, committee.code, meeting.number, meeting.date,
        substr(meeting.opened_at, 12, 5), substr(meeting.adjourned_at, 12, 5), meeting.place,
        meeting.state,
        (SELECT group_concat(name, ' ; ') FROM (SELECT name FROM attendance_office AS office
            WHERE office.meeting_id = meeting.id AND chair = 1 ORDER BY position, id)),
        (SELECT group_concat(name, ' ; ') FROM (SELECT name FROM attendance_office AS office
            WHERE office.meeting_id = meeting.id AND chair = 0 ORDER BY position, id)),
        ifnull((SELECT present FROM attendance_summary AS summary
            WHERE summary.meeting_id = meeting.id), 0),
        ifnull((SELECT expected FROM attendance_summary AS summary
            WHERE summary.meeting_id = meeting.id), 0),
        NULL, NULL
    FROM meeting JOIN committee ON committee.id = meeting.committee_id
    ORDER BY meeting.date, meeting.id;
