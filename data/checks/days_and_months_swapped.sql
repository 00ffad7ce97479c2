-- Days and months look swapped: no day after the 12th outside a few months (repair at the source).
-- Grain: one row per table, year and month without a day after the 12th, in a suspected year.
-- Binds: nothing.
-- Returns: table_name, year, month, row_count.
-- A swap turns 7 May into 5 July. So days up to the 12th are then only the numbers of those months
-- that also have later days; in a year of true dates they are spread over 1 to 12.
with days as (
    select
        'responses' as table_name,
        answered_at::date as on_day,
        count(*) as row_count
    from responses
    group by all
    union all
    select
        'tickets' as table_name,
        opened_at::date as on_day,
        count(*) as row_count
    from tickets
    group by all
    union all
    select
        'complaints' as table_name,
        received_at::date as on_day,
        count(*) as row_count
    from complaints
    group by all
    union all
    select
        'promises' as table_name,
        promised_on as on_day,
        count(*) as row_count
    from promises
    group by all
),

months as (
    select
        table_name,
        year(on_day) as year,
        month(on_day) as month,
        sum(row_count) as row_count,
        sum(if(day(on_day) > 12, row_count, 0)) as later_count
    from days
    group by all
),

true_months as (
    select
        table_name,
        year,
        list(month) as numbers
    from months
    where later_count > 0.02 * row_count
    group by all
),

early_days as (
    select
        days.table_name,
        true_months.year,
        sum(days.row_count) as row_count,
        sum(if(list_contains(true_months.numbers, day(days.on_day)), days.row_count, 0))
            as fitting_count
    from days
    inner join true_months
        on
            days.table_name = true_months.table_name
            and year(days.on_day) = true_months.year
    where day(days.on_day) <= 12 and len(true_months.numbers) <= 8
    group by all
),

suspected as (
    select
        months.table_name,
        months.year,
        months.month,
        months.row_count::bigint as row_count
    from months
    inner join early_days
        on months.table_name = early_days.table_name and months.year = early_days.year
    inner join true_months
        on months.table_name = true_months.table_name and months.year = true_months.year
    where
        early_days.row_count >= 50
        and early_days.fitting_count >= 0.98 * early_days.row_count
        and not list_contains(true_months.numbers, months.month)
)

select
    table_name,
    year,
    month,
    row_count
from suspected
qualify count(*) over (partition by table_name, year) >= 3
order by table_name, year, month
