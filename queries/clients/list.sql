-- Clients that were ever served, with what they can be filtered by.
-- Grain: one row per client.
-- Binds: $client_ids (the clients in view).
-- Returns: client_id, client_name, segment, region, industry, manager.
select
    client_id,
    client_name,
    segment,
    region,
    industry,
    manager
from clients
where in_view(client_id, $client_ids)
order by client_name, client_id
