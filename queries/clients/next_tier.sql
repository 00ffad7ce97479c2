-- Where clients of each tier were three months later, over the last twelve months.
-- Grain: one row per tier and tier (or left) three months later; four looks at each client, counted
--     where it was heard at both ends of the three months, or heard before and left.
-- Binds: $until (date, included), $client_ids (the clients in view).
-- Returns: from_tier, to_tier, move_count, from_move_count, from_client_count.
with looks as (
    select
        look,
        ($until::date - to_months(3 * (4 - look)::integer))::date as as_of
    from range(5) as looks (look)
),

held as (
    select
        looks.look,
        spans.client_id,
        spans.tier
    from looks
    inner join marts.tier_spans as spans
        on looks.as_of >= spans.from_on and coalesce(looks.as_of < spans.to_on, true)
    where in_view(spans.client_id, $client_ids)
),

moves as (
    select
        before.client_id,
        before.tier as from_tier,
        case when clients.left_on <= looks.as_of then 'left' else later.tier::varchar end as to_tier
    from held as before
    inner join looks on before.look + 1 = looks.look
    inner join clients on before.client_id = clients.client_id
    left join held as later on before.client_id = later.client_id and looks.look = later.look
),

known as (
    select
        *,
        count(*) over (partition by from_tier) as from_move_count,
        count(distinct client_id) over (partition by from_tier) as from_client_count
    from moves
    where to_tier is not null
)

select
    from_tier,
    to_tier,
    count(*) as move_count,
    any_value(from_move_count) as from_move_count,
    any_value(from_client_count) as from_client_count
from known
group by from_tier, to_tier
order by from_tier, to_tier::varchar
