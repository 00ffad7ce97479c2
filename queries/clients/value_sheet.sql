-- Value sheet of each client: orders, yearly business and worth, in the currency of the settings.
-- Grain: one row per external client active at the end of the period, the most worth first.
-- Binds: $until (date), $client_ids (the clients in view), $currency, $relationship_years (where a
--     client's own years are not known).
-- Returns: client_id, client_name, segment, manager, tier, order_value, orders_per_year,
--     orders_worth, related_sales, yearly_worth, years, is_years_assumed, worth, own_currency,
--     exchange_rate, lacks.
select
    clients.client_id,
    clients.client_name,
    clients.segment,
    clients.manager,
    standing.tier,
    valued.rate * clients.order_value as order_value,
    clients.orders_per_year,
    valued.rate * clients.order_value * clients.orders_per_year as orders_worth,
    valued.rate * clients.related_sales as related_sales,
    valued.yearly_worth,
    coalesce(clients.relationship_years, $relationship_years) as years,
    clients.relationship_years is null as is_years_assumed,
    valued.yearly_worth * coalesce(clients.relationship_years, $relationship_years) as worth,
    coalesce(clients.currency, $currency) as own_currency,
    valued.rate as exchange_rate,
    case
        when valued.rate is null then 'rate'
        when clients.order_value is null then 'order_value'
        when clients.orders_per_year is null then 'orders_per_year'
    end as lacks
from clients
inner join marts.client_worth as valued on clients.client_id = valued.client_id
left join marts.tiers_at($until::date) as standing on clients.client_id = standing.client_id
where
    marts.is_active(clients.client_since, clients.left_on, $until::date)
    and in_view(clients.client_id, $client_ids)
order by worth desc nulls last, clients.client_name asc, clients.client_id asc
