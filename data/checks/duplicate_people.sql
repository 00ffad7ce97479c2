-- People stand under several spellings: same letters, apart from capitals, spaces and signs.
-- Grain: one row per such person (respondents: per client).
-- Binds: nothing.
-- Returns: client_id, spelled.
with mentioned as (
    select
        null::varchar as client_id,
        manager as person
    from clients
    union
    select
        null as client_id,
        regional_manager as person
    from clients
    union
    select
        null as client_id,
        first_owner as person
    from tickets
    union
    select
        null as client_id,
        owner as person
    from tickets
    union
    select
        null as client_id,
        done_by as person
    from complaint_steps
    union
    select
        null as client_id,
        made_by as person
    from promises
    union
    select
        null as client_id,
        owner as person
    from actions
    union
    select
        client_id,
        respondent as person
    from responses
),

spelled_plainly as (
    select
        client_id,
        person,
        regexp_replace(lower(strip_accents(person)), '[^\p{L}\p{N}]', '', 'g') as plain_name
    from mentioned
    where person is not null
)

select
    client_id,
    list(person order by person) as spelled
from spelled_plainly
where plain_name <> ''
group by client_id, plain_name
having count(*) > 1
