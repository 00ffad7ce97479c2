-- What questions read instead of raw rows: sums over any period, where whole months come from the
-- monthly marts and the days at both ends from the daily ones, and the tier of each client at the
-- end of any day, with its evidence.

-- Sums per client.
create macro marts.client_answers(since, until, client_ids) as table
    with together as (
        select *
        from marts.client_months
        where
            starts_on >= marts.whole_months_from(since)
            and starts_on <= marts.whole_months_until(until)
        union all
        select *
        from marts.client_days
        where
            starts_on >= since
            and starts_on < least(until + 1, marts.whole_months_from(since))
        union all
        select *
        from marts.client_days
        where
            starts_on > marts.whole_months_until(until)
            and starts_on >= marts.whole_months_from(since)
            and starts_on <= until
    )

    select *
    from together
    where in_view(client_id, client_ids);

-- Sums per client and dimension of service.
create macro marts.dimension_answers(since, until, client_ids) as table
    with together as (
        select *
        from marts.dimension_months
        where
            starts_on >= marts.whole_months_from(since)
            and starts_on <= marts.whole_months_until(until)
        union all
        select *
        from marts.dimension_days
        where
            starts_on >= since
            and starts_on < least(until + 1, marts.whole_months_from(since))
        union all
        select *
        from marts.dimension_days
        where
            starts_on > marts.whole_months_until(until)
            and starts_on >= marts.whole_months_from(since)
            and starts_on <= until
    )

    select *
    from together
    where in_view(client_id, client_ids);

-- Mean experience and expectation of each client per dimension, and over all its answers.
create macro marts.client_gaps(since, until, client_ids) as table
    select
        dimension::varchar as dimension,
        client_id,
        sum(perceived) / sum(level_weight) as perceived,
        sum(expected) / sum(level_weight) as expected
    from marts.dimension_answers(since, until, client_ids)
    where dimension is not null and level_weight > 0
    group by dimension, client_id
    union all
    select
        'overall' as dimension,
        client_id,
        sum(perceived) / sum(level_weight) as perceived,
        sum(expected) / sum(level_weight) as expected
    from marts.client_answers(since, until, client_ids)
    where level_weight > 0
    group by client_id;

-- Changes of complaints from the first record to the end of a period, by week. Whole weeks come
-- from the weekly mart, the week that the period's end may cut from the daily one.
create macro marts.complaint_changes(until, client_ids, first_weekday) as table
    with together as (
        select *
        from marts.complaint_flow_weeks
        where week < marts.week_of(until, first_weekday)
        union all
        select
            marts.week_of(until, first_weekday) as week,
            * exclude (on_day)
        from marts.complaint_flow_days
        where on_day >= marts.week_of(until, first_weekday) and on_day <= until
    )

    select
        week,
        sum(received)::bigint as received,
        sum(resolved)::bigint as resolved,
        sum(grumbles)::bigint as grumbles,
        sum(overdue_change)::bigint as overdue_change
    from together
    where in_view(client_id, client_ids)
    group by week;

-- Tier of each client heard at the end of a day, and the day it began.
create macro marts.tiers_at(as_of) as table
    select
        client_id,
        tier,
        from_on
    from marts.tier_spans
    where from_on <= as_of and coalesce(to_on > as_of, true);

-- One row per client active at the end of the day, heard or not. Scores of ten.
create macro marts.client_tiers_on(as_of, client_ids, tier_window, eps) as table
    with sums as (
        select
            client_id,
            sum(level_count) as level_count,
            sum(assumed_count) as assumed_count,
            sum(level_weight) as level_weight,
            sum(perceived) as perceived,
            sum(minimum) as minimum,
            sum(expected) as expected,
            sum(desired) as desired,
            sum(stated_count) as stated_count,
            sum(stated_weight) as stated_weight,
            sum(stated_perceived) as stated_perceived,
            sum(inverted_count) as inverted_count,
            max(last_level_on) as last_level_on,
            max(last_stated_on) as last_stated_on
        from marts.client_answers(as_of - tier_window + 1, as_of, client_ids)
        group by client_id
    ),

    ruling as (
        select
            client_id,
            min_by(
                struct_pack(complaint_id, from_on, reason),
                (reason, from_on, complaint_id)
            ) as complaint
        from marts.complaint_spans
        where from_on <= as_of and coalesce(to_on > as_of, true)
        group by client_id
    ),

    judged as (
        select
            clients.client_id,
            sums.* exclude (client_id),
            ruling.complaint.complaint_id as deciding_complaint_id,
            ruling.complaint.from_on as deciding_since,
            ruling.complaint.reason as deciding_reason,
            coalesce(sums.level_count, 0) > 0 as has_levels,
            marts.tier_of_sums(
                sums.level_weight,
                sums.perceived,
                sums.minimum,
                sums.expected,
                sums.desired,
                sums.stated_weight,
                sums.stated_perceived,
                eps
            ) as tier_by_answers
        from clients
        left join sums on clients.client_id = sums.client_id
        left join ruling on clients.client_id = ruling.client_id
        where
            marts.is_active(clients.client_since, clients.left_on, as_of)
            and in_view(clients.client_id, client_ids)
    )

    select
        client_id,
        (case when deciding_reason is null then tier_by_answers else 'complaining' end)::tier
            as tier,
        case
            when deciding_reason is not null and coalesce(tier_by_answers <> 'complaining', true)
                then 'complaint'
            when has_levels and assumed_count = 0 then 'measured'
            when has_levels then 'assumed'
            when stated_count > 0 then 'stated'
        end as basis,
        case
            when has_levels then perceived / level_weight
            when stated_weight > 0 then stated_perceived / stated_weight
        end as perceived,
        minimum / nullif(level_weight, 0) as minimum,
        expected / nullif(level_weight, 0) as expected,
        desired / nullif(level_weight, 0) as desired,
        (perceived - minimum) / nullif(level_weight, 0) as adequacy_gap,
        (perceived - expected) / nullif(level_weight, 0) as expectation_gap,
        (perceived - desired) / nullif(level_weight, 0) as superiority_gap,
        coalesce(case when has_levels then level_count else stated_count end, 0)::bigint
            as answer_count,
        coalesce(inverted_count, 0)::bigint as inverted_count,
        case when has_levels then last_level_on else last_stated_on end as last_answered_on,
        deciding_complaint_id,
        deciding_since,
        deciding_reason
    from judged;
