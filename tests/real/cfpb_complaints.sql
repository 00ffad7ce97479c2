-- Complaints about financial companies, gathered by an authority: six samples in one file.
-- The client is the company, whichever way a sample writes its capitals, spaces and signs. Dates
-- come in three ways. The sample without Complaint ID gets a key from the row's words, and a
-- number for rows with the same words, so that another order of rows changes nothing.
-- A company has 15 days to answer. The file says whether it did (Timely response?), not when: a
-- timely answer is set to the last day on which that is true, a late one to the day after;
-- "In progress" is still open. A consumer who disputed the answer reopened the complaint.
-- Sending it on to the company is the step `escalated`.

-- table: clients
select
    'cfpb ' || regexp_replace(lower(company), '[^a-z0-9]', '', 'g') as client_id,
    arg_min(company, row_number) as client_name,
    'regular' as segment,
    'external' as side,
    min(row_number) as row_number
from raw
group by all
order by row_number;

-- table: complaints
with worded as (
    select
        *,
        md5(concat_ws('|', *columns(* exclude (row_number)))) as words
    from raw
),

dated as (
    select
        *,
        words || ' ' || row_number() over (partition by words order by row_number) as made_key,
        try_strptime("Date received", ['%Y-%m-%d', '%m/%d/%Y']) as received_at,
        try_strptime("Date sent to company", ['%Y-%m-%d', '%m/%d/%Y']) as sent_at
    from worded
)

select
    'cfpb ' || coalesce("Complaint ID", made_key) as complaint_id,
    'cfpb ' || regexp_replace(lower(company), '[^a-z0-9]', '', 'g') as client_id,
    received_at,
    'complaint' as form,
    'ordinary' as severity,
    case
        when regexp_matches(issue, '(?i)tactic|false statement|threat|contact|customer service')
            then 'attitude'
        when regexp_matches(issue, '(?i)advertis|rate|fee|reward|confusing') then 'expectation'
        when regexp_matches(issue, '(?i)disclosure|notification') then 'misunderstanding'
        when regexp_matches(issue, '(?i)incorrect|investigation|servic|payment|dispute|account')
            then 'quality'
        else 'other'
    end as cause,
    "Submitted via" as channel,
    concat_ws(': ', product, issue, "Sub-issue") as description,
    sent_at + interval 15 day as promised_at,
    case
        when "Company response to consumer" = 'In progress' then null
        when lower("Timely response?") in ('yes', 'true') then sent_at + interval 15 day
        else sent_at + interval 16 day
    end as resolved_at,
    case lower("Consumer disputed?") when 'yes' then 1 when 'no' then 0 end as reopened_count,
    row_number
from dated
order by row_number;

-- table: complaint_steps
with worded as (
    select
        *,
        md5(concat_ws('|', *columns(* exclude (row_number)))) as words
    from raw
),

dated as (
    select
        *,
        words || ' ' || row_number() over (partition by words order by row_number) as made_key,
        try_strptime("Date sent to company", ['%Y-%m-%d', '%m/%d/%Y']) as sent_at
    from worded
)

select
    'cfpb ' || coalesce("Complaint ID", made_key) as complaint_id,
    'escalated' as step,
    sent_at as done_at,
    row_number
from dated
order by row_number;
