-- Share of clients, and of the last twelve months' revenue, in each tier at the end of each month.
-- Grain: one row per month of the period and tier, also when no client is in it.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: month, tier, client_count, share, revenue_share.
with months as (
    select
        first_day::date as month,
        least(last_day(first_day), $until) as as_of
    from
        range(
            date_trunc('month', $since), $until + interval 1 day, interval 1 month
        ) as months (first_day)
),

heard as (
    select
        months.month,
        spans.client_id,
        spans.tier
    from marts.tier_spans as spans
    inner join months
        on spans.from_on <= months.as_of and coalesce(spans.to_on, 'infinity') > months.as_of
    where in_view(spans.client_id, $client_ids)
),

tiers as (
    select
        months.month,
        unnest(enum_range(null::tier))::tier as tier
    from months
),

counted as (
    select
        heard.month,
        heard.tier,
        count(*) as client_count,
        sum(revenue.amount) as revenue
    from heard
    left join marts.revenue_years as revenue
        on heard.client_id = revenue.client_id and heard.month = revenue.month
    group by all
)

select
    tiers.month,
    tiers.tier,
    coalesce(counted.client_count, 0) as client_count,
    coalesce(counted.client_count, 0)
    / nullif(sum(counted.client_count) over each_month, 0) as share,
    coalesce(counted.revenue, 0) / nullif(sum(counted.revenue) over each_month, 0) as revenue_share
from tiers
left join counted on tiers.month = counted.month and tiers.tier = counted.tier
window each_month as (partition by tiers.month)
order by tiers.month, tiers.tier
