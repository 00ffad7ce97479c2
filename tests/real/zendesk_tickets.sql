-- The tickets of a health insurer's support desk, exported by Zendesk; the groups are the modules.
-- Zendesk writes the account's local time. The support desk is in India, and the exporter's own
-- business minutes fit windows of 09:00 to 21:00 in the times as written: so they are taken as
-- +05:30, and the calendar is in settings.toml beside this file. An empty time is written
-- 1900-01-01. Solved at is the last solve: the time a reopened ticket lay solved counts, in the
-- exporter's full resolution time as in ours.
-- The first reply is given only as minutes of business hours, no moment: it stays unknown, and so
-- does the number of changes of hands and the time on hold.
-- Priority was left at Low for 98.8 %; Urgent is critical, Normal and Low are minor.
-- A score of 1 to 5 is an answer; Offered means that nobody answered. Its time is not in the file:
-- the solve it judges stands for it. A low score is no complaint made to the company.

-- table: clients
select
    'zendesk ' || "Requester id" as client_id,
    'Requester ' || "Requester id" as client_name,
    'regular' as segment,
    'external' as side,
    'Insurance' as industry,
    'zendesk' as calendar,
    min(row_number) as row_number
from raw
group by "Requester id"
order by row_number;

-- table: indicators
select
    'zendesk score' as indicator_id,
    'Satisfaction score of a ticket' as wording,
    'satisfaction' as latent,
    1 as scale_low,
    5 as scale_high;

-- table: responses
select
    'zendesk ' || id as response_id,
    'zendesk ' || "Requester id" as client_id,
    "Solved at" || '+05:30' as answered_at,
    "Solved at" || '+05:30' as invited_at,
    'questionnaire' as method,
    'ticket' as touchpoint,
    row_number
from raw
where "Satisfaction Score" between '1' and '5'
order by row_number;

-- table: answers
select
    'zendesk ' || id as response_id,
    'zendesk score' as indicator_id,
    "Satisfaction Score" as perceived,
    row_number
from raw
where "Satisfaction Score" between '1' and '5'
order by row_number;

-- table: invitations
select
    'zendesk ' || id as invitation_id,
    'zendesk ' || "Requester id" as client_id,
    "Solved at" || '+05:30' as sent_at,
    'questionnaire' as method,
    row_number
from raw
where "Satisfaction Score" is not null
order by row_number;

-- table: tickets
select
    'zendesk ' || id as ticket_id,
    'zendesk ' || "Requester id" as client_id,
    'fault' as kind,
    case priority
        when 'Urgent' then 'critical'
        when 'High' then 'major'
        else 'minor'
    end as severity,
    nullif("Manual Tagging of Categories [list]", '-') as title,
    "Group" as module,
    "Created at" || '+05:30' as opened_at,
    nullif("Solved at", '1900-01-01 00:00:00') || '+05:30' as resolved_at,
    reopens as reopened_count,
    row_number
from raw
order by row_number;
