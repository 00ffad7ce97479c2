-- Issues of open-source projects, some of them due on a day (434 of 3,537).
-- The client is the project. What its users asked to be added or changed is a requirement; what was
-- wrong is a fault; the rest is a piece of work to be handed over, a delivery. An issue ended as
-- Won't Fix or Duplicate was ended all the same, as the file itself counts it.
-- Times have an offset, due dates have none. The file counts its days of delay
-- (delay_vs_due_days) in UTC, so a promise is kept until the last instant of that day in UTC; the
-- day in the company's zone may be the next. Seven issues were due before they were created: they
-- stay, late from the start. There is no first reply in the file.

-- table: clients
select
    'jira ' || project as client_id,
    source || ' ' || project as client_name,
    'regular' as segment,
    'external' as side,
    'Open-source software' as industry,
    min(row_number) as row_number
from raw
group by project, source
order by row_number;

-- table: tickets
select
    'jira ' || issue_key as ticket_id,
    'jira ' || project as client_id,
    case
        when type in ('New Feature', 'Improvement', 'Story', 'Epic', 'Wish') then 'requirement'
        when type = 'Bug' then 'fault'
        else 'delivery'
    end as kind,
    case
        when priority in ('Blocker', 'Critical') then 'critical'
        when priority = 'Major' then 'major'
        else 'minor'
    end as severity,
    created as opened_at,
    resolved as resolved_at,
    due_date || ' 23:59:59.999999+00:00' as promised_at,
    assignee_token as owner,
    row_number
from raw
order by row_number;
