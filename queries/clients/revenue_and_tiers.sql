-- Revenue of twelve whole months against the twelve before, beside the tier now and a year earlier.
-- Grain: one row per external client active now or a year earlier, or with revenue; flagged first.
-- Binds: $until (date), $client_ids (the clients in view).
-- Returns: client_id, client_name, segment, manager, tier_before, tier_after, previous_revenue,
--     revenue, is_flagged, to_month, recorded_from.
with recorded as (
    select
        min(month) as recorded_from,
        case when count(*) > 0 then date_trunc('month', least(
            max(month), marts.whole_months_until(marts.known_until($until::date))
        ))::date end as to_month
    from revenue
),

years as (
    select
        totals.client_id,
        sum(totals.amount) filter (where totals.month = recorded.to_month) as revenue,
        sum(totals.amount) filter (
            where
            totals.month = recorded.to_month - interval 12 month
            and recorded.recorded_from <= recorded.to_month - interval 23 month
        ) as previous_revenue
    from marts.revenue_years as totals
    cross join recorded
    group by totals.client_id
)

select
    clients.client_id,
    clients.client_name,
    clients.segment,
    clients.manager,
    before.tier as tier_before,
    case when clients.left_on <= $until::date then 'left' else now.tier::varchar end as tier_after,
    years.previous_revenue,
    years.revenue,
    -- Who came during the twelve months before has no whole year to be compared with.
    coalesce(now.tier > before.tier and years.revenue > years.previous_revenue, false)
    and coalesce(clients.client_since <= recorded.to_month - interval 23 month, true) as is_flagged,
    recorded.to_month,
    recorded.recorded_from
from clients
cross join recorded
left join marts.tiers_at(($until::date - interval 1 year)::date) as before
    on clients.client_id = before.client_id
left join marts.tiers_at($until::date) as now on clients.client_id = now.client_id
left join years on clients.client_id = years.client_id
where
    clients.side = 'external'
    and in_view(clients.client_id, $client_ids)
    and (
        marts.is_active(clients.client_since, clients.left_on, $until::date)
        or marts.is_active(
            clients.client_since, clients.left_on, ($until::date - interval 1 year)::date
        )
        or coalesce(years.revenue, years.previous_revenue) is not null
    )
order by
    is_flagged desc,
    years.revenue desc nulls last,
    clients.client_name asc,
    clients.client_id asc
