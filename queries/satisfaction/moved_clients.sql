-- Clients whose tier changed in the period or that left, with what moved them.
-- Grain: one row per client heard at both ends with another tier, or heard before and left; falls
--     first.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $tier_window,
--     $eps.
-- Returns: client_id, client_name, segment, manager, from_tier, to_tier, basis, perceived_change,
--     expected_change, answer_count, previous_answer_count, deciding_reason, deciding_since,
--     previous_deciding_reason, left_because, yearly_worth.
with now as (
    select * from marts.client_tiers_on($until::date, $client_ids, $tier_window, $eps)
),

before as (
    select * from marts.client_tiers_on($since::date - 1, $client_ids, $tier_window, $eps)
),

moves as (
    select
        before.client_id,
        clients.client_name,
        clients.segment,
        clients.manager,
        before.tier as from_tier,
        case when clients.left_on <= $until then 'left' else now.tier::varchar end as to_tier,
        now.basis,
        -- What was stated alone and what was asked with its levels cannot be compared.
        case
            when (now.expected is null) = (before.expected is null)
                then now.perceived - before.perceived
        end as perceived_change,
        now.expected - before.expected as expected_change,
        now.answer_count,
        before.answer_count as previous_answer_count,
        now.deciding_reason,
        now.deciding_since,
        before.deciding_reason as previous_deciding_reason,
        case when clients.left_on <= $until then clients.left_because end as left_because,
        worth.yearly_worth
    from before
    inner join clients on before.client_id = clients.client_id
    left join now on before.client_id = now.client_id
    left join marts.client_worth as worth on before.client_id = worth.client_id
)

select *
from moves
where to_tier <> from_tier::varchar
order by
    coalesce(enum_code(try_cast(to_tier as tier))::integer, 5) - enum_code(from_tier)::integer desc,
    yearly_worth desc nulls last,
    client_name asc,
    client_id asc
