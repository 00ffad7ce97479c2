-- A software company's helpdesk: one row per event becomes one ticket per case.
-- Customer, product and levels change within a few cases; the first value counts. Values are
-- anonymised, so how they were treated decides what they mean: level 3 was taken in charge in a
-- median of 5 hours against 17 for level 2, which most have, and seriousness 4 within a minute.
-- A case resolved n times was reopened n - 1 times.

-- table: clients
with cases as (
    select
        "Case ID" as case_id,
        arg_min(customer, row_number) as customer,
        arg_min(service_level, row_number) as service_level,
        min(row_number) as row_number
    from raw
    group by "Case ID"
)

select
    'helpdesk ' || customer as client_id,
    'Helpdesk client ' || replace(customer, 'Value ', '') as client_name,
    if(2 * count(*) filter (where service_level = 'Value 3') > count(*), 'vip', 'regular')
        as segment,
    'external' as side,
    min(row_number) as row_number
from cases
group by customer
order by row_number;

-- table: tickets
with events as (
    select
        "Case ID" as case_id,
        activity,
        resource,
        customer,
        product,
        seriousness_2,
        row_number,
        strptime("Complete Timestamp", '%Y/%m/%d %H:%M:%S.%g') as done_at
    from raw
)

select
    'helpdesk ' || case_id as ticket_id,
    'helpdesk ' || arg_min(customer, row_number) as client_id,
    if(bool_or(activity = 'Require upgrade'), 'requirement', 'fault') as kind,
    case arg_min(seriousness_2, row_number)
        when 'Value 4' then 'critical'
        when 'Value 1' then 'minor'
        else 'major'
    end as severity,
    arg_min(product, row_number) as module,
    min(done_at) as opened_at,
    min(done_at) filter (where activity = 'Take in charge ticket') as first_response_at,
    max(done_at) filter (where activity in ('Resolve ticket', 'RESOLVED')) as resolved_at,
    arg_min(resource, row_number) filter (where activity = 'Take in charge ticket')
        as first_owner,
    arg_max(resource, row_number) filter (where activity = 'Take in charge ticket') as owner,
    greatest(count(*) filter (where activity = 'Resolve ticket') - 1, 0) as reopened_count,
    min(row_number) as row_number
from events
group by case_id
order by row_number;
