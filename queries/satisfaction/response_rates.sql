-- How many of the invitations sent in the period were answered by its end, and how all answers of
--     the period were collected. A response answers an invitation of its client and method sent on
--     the day it says it was invited.
-- Grain: one row per way of collecting (all five, also where nothing was sent or answered).
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: method, invitation_count, answered_count, response_count, named_count.
with methods as (
    select unnest(enum_range(null::method))::method as method
),

sent as (
    select
        method,
        sum(invitation_count)::bigint as invitation_count,
        sum(invitation_count) filter (where answered_on <= $until)::bigint as answered_count
    from marts.invitation_days
    where sent_on between $since and $until and in_view(client_id, $client_ids)
    group by method
),

answered as (
    select
        method,
        count(*) as response_count,
        count(*) filter (where names_invitation) as named_count
    from marts.survey_responses
    where answered_on between $since and $until and in_view(client_id, $client_ids)
    group by method
)

select
    methods.method,
    coalesce(sent.invitation_count, 0) as invitation_count,
    coalesce(sent.answered_count, 0) as answered_count,
    coalesce(answered.response_count, 0) as response_count,
    coalesce(answered.named_count, 0) as named_count
from methods
left join sent on methods.method = sent.method
left join answered on methods.method = answered.method
order by methods.method
