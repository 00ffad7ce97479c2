-- Sums over any period: whole months come from the monthly marts, the days at both ends from the
-- daily ones.

-- First day of the first whole month of a period that begins on `since`; last day of the last whole
-- month.
create macro marts.whole_months_from(since) as (
    (date_trunc('month', since - 1) + interval 1 month)::date
);

create macro marts.whole_months_until(until) as (date_trunc('month', until + 1))::date - 1;

-- Sums over a period per client: whole months from the monthly mart, the days at both ends from the
-- daily one.
create macro marts.client_answers(since, until, client_ids) as table
    with months as (
        select
            month as starts_on,
            * exclude (month)
        from marts.client_months
        where month >= marts.whole_months_from(since) and month <= marts.whole_months_until(until)
    ),

    days as (
        select
            answered_on as starts_on,
            * exclude (answered_on, stated_count, stated_weight, stated_perceived, inverted_count)
        from marts.client_days
        where
            answered_on >= since
            and answered_on < least(until + 1, marts.whole_months_from(since))
        union all
        select
            answered_on as starts_on,
            * exclude (answered_on, stated_count, stated_weight, stated_perceived, inverted_count)
        from marts.client_days
        where
            answered_on > marts.whole_months_until(until)
            and answered_on >= marts.whole_months_from(since)
            and answered_on <= until
    ),

    together as (
        select * from months
        union all
        select * from days
    )

    select *
    from together
    where marts.in_view(client_id, client_ids);

-- The same per client and dimension of service.
create macro marts.dimension_answers(since, until, client_ids) as table
    with months as (
        select
            month as starts_on,
            * exclude (month)
        from marts.dimension_months
        where month >= marts.whole_months_from(since) and month <= marts.whole_months_until(until)
    ),

    days as (
        select
            answered_on as starts_on,
            * exclude (answered_on, stated_count, stated_weight, stated_perceived, inverted_count)
        from marts.dimension_days
        where
            answered_on >= since
            and answered_on < least(until + 1, marts.whole_months_from(since))
        union all
        select
            answered_on as starts_on,
            * exclude (answered_on, stated_count, stated_weight, stated_perceived, inverted_count)
        from marts.dimension_days
        where
            answered_on > marts.whole_months_until(until)
            and answered_on >= marts.whole_months_from(since)
            and answered_on <= until
    ),

    together as (
        select * from months
        union all
        select * from days
    )

    select *
    from together
    where marts.in_view(client_id, client_ids);
