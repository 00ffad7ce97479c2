-- Which days and which clients a question is about.

-- The day's week, as its first day. first_weekday: 1 = Monday … 7 = Sunday.
create macro marts.week_of(on_day, first_weekday) as (
    on_day - ((isodow(on_day) - first_weekday + 7) % 7)::integer
);

-- Is the client one of those in view? No list at all means every client. Where there is none a
-- question finds the second macro (`queries.execute` sets the path), which says the same: DuckDB
-- leaves it out of the plan, but joins the text of every row to an empty list for the first. The
-- second looks through a list once per row, which is too slow for a long one.
create or replace macro in_view(client, client_ids) as (
    client_ids is null or client in (select unnest(client_ids::varchar[]))
);

create schema if not exists every_client;

create or replace macro every_client.in_view(client, client_ids) as (
    client_ids is null or list_contains(client_ids::varchar[], client)
);

-- Is it a client at the end of the day? left_on is the first day without it.
create macro marts.is_active(client_since, left_on, as_of) as (
    coalesce(client_since <= as_of, true) and coalesce(left_on > as_of, true)
);

-- First day of the first whole month of a period that begins on `since`; last day of the last whole
-- month of one that ends on `until`.
create macro marts.whole_months_from(since) as (
    (date_trunc('month', since - 1) + interval 1 month)::date
);

create macro marts.whole_months_until(until) as (
    date_trunc('month', until + 1)::date - 1
);
