-- What the warehouse holds and how fresh it is.
-- Grain: one row for the whole warehouse.
-- Binds: nothing.
-- Returns: client_count, response_count, answer_count, ticket_count, complaint_count,
--     promise_count, oldest_on, newest_on, imported_at.
select * from marts.contents
