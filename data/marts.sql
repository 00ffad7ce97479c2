-- What is worked out once per import, so that no page scans raw answers, tickets or complaints.
-- Everything after the moment of the last import ($imported_at) is left out here, once for all.
-- Sums are weighted by the indicator and in points of ten (score10); counts are bigint, because
-- DuckDB sums a hugeint many times slower.

-- Sums per day, client and dimension of service; the answers without a dimension stand under null.
-- Levels that were not asked are filled and contradicting ones left out (measures.md, section 1).
create table marts.dimension_days as
with answered as (
    select
        responses.answered_at::date as starts_on,
        responses.client_id,
        indicators.dimension,
        indicators.weight,
        marts.score10(answers.minimum, indicators.scale_low, indicators.scale_high) as minimum,
        marts.score10(answers.expected, indicators.scale_low, indicators.scale_high) as expected,
        marts.score10(answers.desired, indicators.scale_low, indicators.scale_high) as desired,
        marts.score10(answers.perceived, indicators.scale_low, indicators.scale_high) as perceived,
        marts.is_inverted(answers.minimum, answers.expected, answers.desired) as is_inverted
    from answers
    inner join responses on answers.response_id = responses.response_id
    inner join indicators on answers.indicator_id = indicators.indicator_id
    where responses.answered_at < $imported_at
),

filled as (
    select
        starts_on,
        client_id,
        dimension,
        weight,
        perceived,
        is_inverted,
        perceived is not null and not is_inverted
        and coalesce(minimum, expected, desired) is not null as has_levels,
        perceived is not null and not is_inverted
        and coalesce(minimum, expected, desired) is null as is_stated,
        minimum is null or expected is null or desired is null as is_assumed,
        coalesce(
            expected,
            (minimum + desired) / 2,
            marts.clip10(minimum + $assumed_zone),
            marts.clip10(desired - $assumed_zone)
        ) as expected,
        coalesce(
            minimum,
            marts.clip10(expected - $assumed_zone),
            marts.clip10(desired - 2 * $assumed_zone)
        ) as minimum,
        coalesce(
            desired,
            marts.clip10(expected + $assumed_zone),
            marts.clip10(minimum + 2 * $assumed_zone)
        ) as desired
    from answered
),

sums as (
    select
        starts_on,
        client_id,
        dimension,
        count(*) filter (where has_levels) as level_count,
        count(*) filter (where has_levels and is_assumed) as assumed_count,
        coalesce(sum(weight) filter (where has_levels), 0) as level_weight,
        coalesce(sum(weight * perceived) filter (where has_levels), 0) as perceived,
        coalesce(sum(weight * minimum) filter (where has_levels), 0) as minimum,
        coalesce(sum(weight * expected) filter (where has_levels), 0) as expected,
        coalesce(sum(weight * desired) filter (where has_levels), 0) as desired,
        count(*) filter (where is_stated) as stated_count,
        coalesce(sum(weight) filter (where is_stated), 0) as stated_weight,
        coalesce(sum(weight * perceived) filter (where is_stated), 0) as stated_perceived,
        count(*) filter (where is_inverted) as inverted_count
    from filled
    group by all
)

select *
from sums
order by starts_on, client_id, dimension;

-- Recommendations count as stated satisfaction with weight 1, and for the net promoter score.
create or replace temporary table recommend_days as
select
    answered_at::date as starts_on,
    client_id,
    count(*) as response_count,
    sum(recommend::double) as recommend,
    count(*) filter (where recommend >= 9) as promoters,
    count(*) filter (where recommend > 6 and recommend < 9) as passives,
    count(*) filter (where recommend <= 6) as detractors
from responses
where recommend is not null and answered_at < $imported_at
group by all;

-- Sums per day and client, all dimensions together: what a tier rests on. starts_on is the day.
create table marts.client_days as
with parts as (
    select
        starts_on,
        client_id,
        level_count,
        assumed_count,
        level_weight,
        perceived,
        minimum,
        expected,
        desired,
        stated_count,
        stated_weight,
        stated_perceived,
        inverted_count,
        0 as promoters,
        0 as passives,
        0 as detractors
    from marts.dimension_days
    union all
    select
        starts_on,
        client_id,
        0 as level_count,
        0 as assumed_count,
        0 as level_weight,
        0 as perceived,
        0 as minimum,
        0 as expected,
        0 as desired,
        response_count as stated_count,
        response_count as stated_weight,
        recommend as stated_perceived,
        0 as inverted_count,
        promoters,
        passives,
        detractors
    from recommend_days
)

select
    starts_on,
    client_id,
    sum(level_count)::bigint as level_count,
    sum(assumed_count)::bigint as assumed_count,
    sum(level_weight) as level_weight,
    sum(perceived) as perceived,
    sum(minimum) as minimum,
    sum(expected) as expected,
    sum(desired) as desired,
    sum(stated_count)::bigint as stated_count,
    sum(stated_weight) as stated_weight,
    sum(stated_perceived) as stated_perceived,
    sum(inverted_count)::bigint as inverted_count,
    sum(promoters)::bigint as promoters,
    sum(passives)::bigint as passives,
    sum(detractors)::bigint as detractors,
    case when sum(level_count) > 0 then starts_on end as last_level_on,
    case when sum(stated_count) > 0 then starts_on end as last_stated_on
from parts
group by starts_on, client_id
order by starts_on, client_id;

-- The same sums per month, for whole months inside a period. starts_on is the month's first day.
create table marts.client_months as
select
    date_trunc('month', starts_on)::date as starts_on,
    client_id,
    sum(level_count)::bigint as level_count,
    sum(assumed_count)::bigint as assumed_count,
    sum(level_weight) as level_weight,
    sum(perceived) as perceived,
    sum(minimum) as minimum,
    sum(expected) as expected,
    sum(desired) as desired,
    sum(stated_count)::bigint as stated_count,
    sum(stated_weight) as stated_weight,
    sum(stated_perceived) as stated_perceived,
    sum(inverted_count)::bigint as inverted_count,
    sum(promoters)::bigint as promoters,
    sum(passives)::bigint as passives,
    sum(detractors)::bigint as detractors,
    max(last_level_on) as last_level_on,
    max(last_stated_on) as last_stated_on
from marts.client_days
group by all
order by starts_on, client_id;

create table marts.dimension_months as
select
    date_trunc('month', starts_on)::date as starts_on,
    client_id,
    dimension,
    sum(level_count)::bigint as level_count,
    sum(assumed_count)::bigint as assumed_count,
    sum(level_weight) as level_weight,
    sum(perceived) as perceived,
    sum(minimum) as minimum,
    sum(expected) as expected,
    sum(desired) as desired,
    sum(stated_count)::bigint as stated_count,
    sum(stated_weight) as stated_weight,
    sum(stated_perceived) as stated_perceived,
    sum(inverted_count)::bigint as inverted_count
from marts.dimension_days
group by all
order by starts_on, client_id, dimension;

-- Complaints and grumbles by day. overdue_on: the first day at whose end an open one is past its
-- promised date.
create table marts.complaint_days as
with known as (
    select
        complaint_id,
        client_id,
        form,
        severity,
        cause,
        received_at::date as received_on,
        case when resolved_at < $imported_at then resolved_at::date end as resolved_on,
        case
            when promised_at < $imported_at
                then greatest(received_at::date, promised_at::date)
        end as promised_on
    from complaints
    where received_at < $imported_at
)

select
    complaint_id,
    client_id,
    form,
    severity,
    cause,
    received_on,
    resolved_on,
    case when coalesce(promised_on < resolved_on, true) then promised_on end as overdue_on
from known
order by received_on, complaint_id;

-- Days on which an open complaint makes its client complaining: from_on is the first, to_on the
-- first after.
create table marts.complaint_spans as
select
    complaint_id,
    client_id,
    case when severity = 'major' then received_on else overdue_on end as from_on,
    resolved_on as to_on,
    case when severity = 'major' then 'major' else 'overdue' end as reason
from marts.complaint_days
where
    form = 'complaint'
    and (severity = 'major' or overdue_on is not null)
    and coalesce(resolved_on > received_on, true)
order by from_on, client_id;

-- Complaints per client and day: what came, what was settled, and how many became or ceased to be
-- overdue.
create table marts.complaint_flow_days as
with happenings as (
    select
        client_id,
        received_on as on_day,
        (form = 'complaint')::bigint as received,
        0 as resolved,
        (form = 'grumble')::bigint as grumbles,
        0 as overdue_change
    from marts.complaint_days
    union all
    select
        client_id,
        resolved_on as on_day,
        0 as received,
        1 as resolved,
        0 as grumbles,
        (overdue_on is not null)::bigint * -1 as overdue_change
    from marts.complaint_days
    where form = 'complaint' and resolved_on is not null
    union all
    select
        client_id,
        overdue_on as on_day,
        0 as received,
        0 as resolved,
        0 as grumbles,
        1 as overdue_change
    from marts.complaint_days
    where form = 'complaint' and overdue_on is not null
)

select
    on_day,
    client_id,
    sum(received)::bigint as received,
    sum(resolved)::bigint as resolved,
    sum(grumbles)::bigint as grumbles,
    sum(overdue_change)::bigint as overdue_change
from happenings
group by all
order by on_day, client_id;

-- The same per week.
create table marts.complaint_flow_weeks as
select
    marts.week_of(on_day, $first_weekday) as week,
    client_id,
    sum(received)::bigint as received,
    sum(resolved)::bigint as resolved,
    sum(grumbles)::bigint as grumbles,
    sum(overdue_change)::bigint as overdue_change
from marts.complaint_flow_days
group by all
order by week, client_id;

-- The whole history of tiers: each client's tier from from_on to the day before to_on (null: until
-- now).
-- A tier can change only on the days when an answer enters or leaves the window, a complaint begins
-- or ceases
-- to decide, or the client comes or goes; so it is decided on those days only and holds in between.
create table marts.tier_spans as
with changes as (
    select
        client_id,
        starts_on as on_day
    from marts.client_days
    union
    select
        client_id,
        starts_on + $tier_window as on_day
    from marts.client_days
    union
    select
        client_id,
        from_on as on_day
    from marts.complaint_spans
    union
    select
        client_id,
        to_on as on_day
    from marts.complaint_spans
    where to_on is not null
    union
    select
        client_id,
        client_since as on_day
    from clients
    where client_since is not null
    union
    select
        client_id,
        left_on as on_day
    from clients
    where left_on is not null
),

sums as (
    select
        changes.client_id,
        changes.on_day,
        sum(client_days.level_weight) over in_window as level_weight,
        sum(client_days.perceived) over in_window as perceived,
        sum(client_days.minimum) over in_window as minimum,
        sum(client_days.expected) over in_window as expected,
        sum(client_days.desired) over in_window as desired,
        sum(client_days.stated_weight) over in_window as stated_weight,
        sum(client_days.stated_perceived) over in_window as stated_perceived
    from changes
    left join marts.client_days
        on changes.client_id = client_days.client_id and changes.on_day = client_days.starts_on
    window in_window as (
        partition by changes.client_id
        order by datediff('day', date '1970-01-01', changes.on_day)
        range between $days_before preceding and current row
    )
),

ruled as (
    select distinct
        changes.client_id,
        changes.on_day
    from changes
    inner join marts.complaint_spans on changes.client_id = complaint_spans.client_id
    where
        complaint_spans.from_on <= changes.on_day
        and coalesce(complaint_spans.to_on > changes.on_day, true)
),

tiers as (
    select
        sums.client_id,
        sums.on_day,
        case
            when not marts.is_active(clients.client_since, clients.left_on, sums.on_day) then null
            when ruled.client_id is not null then 'complaining'
            else marts.tier_of_sums(
                sums.level_weight,
                sums.perceived,
                sums.minimum,
                sums.expected,
                sums.desired,
                sums.stated_weight,
                sums.stated_perceived,
                $eps
            )
        end as tier
    from sums
    inner join clients on sums.client_id = clients.client_id
    left join ruled on sums.client_id = ruled.client_id and sums.on_day = ruled.on_day
),

starts as (
    select
        client_id,
        on_day,
        tier
    from tiers
    qualify tier is distinct from lag(tier) over (partition by client_id order by on_day)
),

spans as (
    select
        client_id,
        tier::tier as tier,
        on_day as from_on,
        lead(on_day) over (partition by client_id order by on_day) as to_on
    from starts
)

select *
from spans
where tier is not null
order by from_on, client_id;

-- Revenue of the twelve months up to each month, in the currency on the screen.
create table marts.revenue_years as
with rates as (
    select
        unnest($currencies) as currency,
        unnest($rates) as rate
),

amounts as (
    select
        revenue.client_id,
        revenue.month,
        revenue.amount * rates.rate as amount
    from revenue
    inner join clients on revenue.client_id = clients.client_id
    inner join rates on coalesce(clients.currency, $currency) = rates.currency
    where revenue.month <= cast($imported_at as date)
),

later_months as (
    select
        amounts.client_id,
        amounts.amount,
        (amounts.month + to_months((later.months)::integer))::date as month
    from amounts
    cross join range(12) as later (months)
)

select
    month,
    client_id,
    sum(amount) as amount
from later_months
group by month, client_id
order by month, client_id;

-- Worth of a client's yearly business in the currency on the screen (measures.md, section 8, line
-- 5), and the rate of its own currency; both are null where they are not known.
create table marts.client_worth as
with rates as (
    select
        unnest($currencies) as currency,
        unnest($rates) as rate
)

select
    clients.client_id,
    rates.rate,
    rates.rate
    * (clients.order_value * clients.orders_per_year + coalesce(clients.related_sales, 0))
        as yearly_worth
from clients
left join rates on coalesce(clients.currency, $currency) = rates.currency
where clients.side = 'external'
order by clients.client_id;

-- What the warehouse holds, one row: the counts and the day of the newest record known at the last
-- import.
create table marts.contents as
with newest as (
    select max(answered_at) as happened_at
    from responses
    where answered_at < $imported_at
    union all
    select max(opened_at) as happened_at
    from tickets
    where opened_at < $imported_at
    union all
    select max(resolved_at) as happened_at
    from tickets
    where resolved_at < $imported_at
    union all
    select max(received_at) as happened_at
    from complaints
    where received_at < $imported_at
    union all
    select max(resolved_at) as happened_at
    from complaints
    where resolved_at < $imported_at
    union all
    select max(done_at) as happened_at
    from complaint_steps
    where done_at < $imported_at
    union all
    select max(sent_at) as happened_at
    from invitations
    where sent_at < $imported_at
    union all
    select max(greatest(promised_on, kept_on))::timestamptz as happened_at
    from promises
    where greatest(promised_on, kept_on) <= cast($imported_at as date)
),

oldest as (
    select min(answered_at) as happened_at from responses
    union all
    select min(opened_at) as happened_at from tickets
    union all
    select min(received_at) as happened_at from complaints
    union all
    select min(promised_on)::timestamptz as happened_at from promises
),

promised as (
    select count(*) as promise_count
    from tickets
    where coalesce(promised_at, first_promised_at) is not null
    union all
    select count(*) as promise_count
    from complaints
    where coalesce(promised_at, first_promised_at) is not null and form = 'complaint'
    union all
    select count(*) as promise_count from promises
)

select
    (select count(*) from clients) as client_count,
    (select count(*) from responses) as response_count,
    (select count(*) from answers) as answer_count,
    (select count(*) from tickets) as ticket_count,
    (select count(*) from complaints) as complaint_count,
    (select sum(promise_count) from promised)::bigint as promise_count,
    ((select min(happened_at) from oldest))::date as oldest_on,
    ((select max(happened_at) from newest))::date as newest_on,
    $imported_at as imported_at;
