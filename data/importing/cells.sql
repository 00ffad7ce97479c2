-- How the text of a cell is read: null when it is not what its column takes.
-- Grain: macros of one cell.
-- Binds: nothing.
-- Returns: as_text, as_number, as_count, as_flag, as_day, as_moment, cell.
create or replace temp macro cell(written) as nullif(written, '');

create or replace temp macro as_text(written) as
case when not contains(written, chr(0)) then written end;

create or replace temp macro as_number(written) as
case
    when isfinite(try_cast(written as double)) and not contains(written, '_')
        then try_cast(written as double)
end;

create or replace temp macro as_count(written) as
case
    when as_number(written) between 0 and 1e15 and as_number(written) = trunc(as_number(written))
        then as_number(written)::bigint
end;

create or replace temp macro as_flag(written) as
case
    when lower(written) in ('true', 'yes', '1') then true
    when lower(written) in ('false', 'no', '0') then false
end;

-- Some exports write 1900-01-01 for an empty time, and a typing error makes the year 20266. Words
-- such as epoch are no times. The conditions are nested: so DuckDB works the time out only once.
create or replace temp macro as_moment(written) as
case
    when
        try_cast(written as timestamptz)
        between timestamptz '1900-01-02 00:00:00+00' and timestamptz '2199-12-31 23:59:59+00'
        then case when written < ':' then try_cast(written as timestamptz) end
end;

create or replace temp macro as_day(written) as as_moment(written)::date;
