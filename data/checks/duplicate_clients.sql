-- Clients stand in the list more than once: same name, apart from capitals, spaces and signs.
-- Grain: one row per such name.
-- Binds: nothing.
-- Returns: spelled, client_ids.
with spelled_plainly as (
    select
        client_id,
        client_name,
        regexp_replace(
            lower(strip_accents(client_name)), '[^\p{L}\p{N}]', '', 'g'
        ) as plain_name
    from clients
)

select
    list(distinct client_name order by client_name) as spelled,
    list(client_id order by client_id) as client_ids
from spelled_plainly
where plain_name <> ''
group by plain_name
having count(*) > 1
