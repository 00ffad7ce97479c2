-- What a client said in its own words, and how many responses these words are among.
-- Grain: one row per response with a comment, newest first; at most $most_rows of them.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $most_rows.
-- Returns: response_id, client_id, answered_on, method, respondent_role, touchpoint, recommend,
--     comment, response_count.
with answered as (
    select
        responses.response_id,
        responses.client_id,
        responses.answered_at::date as answered_on,
        responses.method,
        responses.role as respondent_role,
        responses.touchpoint,
        responses.recommend,
        responses.comment,
        count(*) over (partition by responses.client_id) as response_count
    from responses
    where
        responses.answered_at >= $since::date::timestamptz
        and responses.answered_at < marts.moment_of($until)
        and in_view(responses.client_id, $client_ids)
)

select *
from answered
where trim(comment) <> ''
order by answered_on desc, response_id asc
limit $most_rows
