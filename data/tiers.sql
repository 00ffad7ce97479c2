-- The tier engine (measures.md, section 1): the only place where a tier is decided.
-- `marts.client_tiers_on` gives the tier of each client at the end of each day asked for, with the
-- evidence; `marts.tier_spans` (marts.sql) uses the same rules to keep the whole history.

-- The day's week, as its first day. first_weekday: 1 = Monday … 7 = Sunday.
create macro marts.week_of(on_day, first_weekday) as (
    on_day - ((isodow(on_day) - first_weekday + 7) % 7)::integer
);

-- A score on its indicator's scale, in points of ten.
create macro marts.score10(score, scale_low, scale_high) as (
    10 * (score - scale_low) / (scale_high - scale_low)
);

-- Kept within the scale of ten. A missing level stays missing, which least and greatest would hide.
create macro marts.clip10(score10) as (
    case when score10 is not null then greatest(least(score10, 10), 0) end
);

-- Is the client one of those in view? No list at all means every client.
create macro marts.in_view(client, client_ids) as (
    client_ids is null or client in (select unnest(client_ids::varchar[]))
);

-- Is it a client at the end of the day? left_on is the first day without it.
create macro marts.is_active(client_since, left_on, as_of) as (
    coalesce(client_since <= as_of, true) and coalesce(left_on > as_of, true)
);

-- Tier of a client that was asked for its expectations. Gaps in points of ten.
create macro marts.tier_of_gaps(superiority_gap, expectation_gap, adequacy_gap, eps) as (
    (case
        when round(superiority_gap, 9) > eps then 'lifelong'
        when round(superiority_gap, 9) >= -eps then 'loyal'
        when round(expectation_gap, 9) >= -eps then 'satisfied'
        when round(adequacy_gap, 9) >= -eps then 'basic'
        when adequacy_gap is not null then 'complaining'
    end)::tier
);

-- Tier of a client that only stated how satisfied it is. Score of ten.
create macro marts.tier_of_score(score10) as (
    (case
        when round(score10, 9) >= 9.5 then 'lifelong'
        when round(score10, 9) >= 8.5 then 'loyal'
        when round(score10, 9) >= 6.5 then 'satisfied'
        when round(score10, 9) >= 4.5 then 'basic'
        when score10 is not null then 'complaining'
    end)::tier
);

-- Tier by the answers alone: levels of expectation first, else what was stated. Weighted sums over
-- the window.
create macro marts.tier_of_sums(
    level_weight, perceived, minimum, expected, desired, stated_weight, stated_perceived, eps
) as (
    case
        when level_weight > 0
            then marts.tier_of_gaps(
                (perceived - desired) / level_weight,
                (perceived - expected) / level_weight,
                (perceived - minimum) / level_weight,
                eps
            )
        when stated_weight > 0 then marts.tier_of_score(stated_perceived / stated_weight)
    end
);

-- One row per day asked for and client active on it, heard or not. Scores of ten.
create macro marts.client_tiers_on(days, client_ids, tier_window, eps) as table
    with as_of_days as (
        select unnest(days) as as_of
    ),

    active as (
        select
            as_of_days.as_of,
            clients.client_id
        from clients
        inner join as_of_days
            on marts.is_active(clients.client_since, clients.left_on, as_of_days.as_of)
        where marts.in_view(clients.client_id, client_ids)
    ),

    sums as (
        select
            as_of_days.as_of,
            client_days.client_id,
            sum(client_days.level_count) as level_count,
            sum(client_days.assumed_count) as assumed_count,
            sum(client_days.level_weight) as level_weight,
            sum(client_days.perceived) as perceived,
            sum(client_days.minimum) as minimum,
            sum(client_days.expected) as expected,
            sum(client_days.desired) as desired,
            sum(client_days.stated_count) as stated_count,
            sum(client_days.stated_weight) as stated_weight,
            sum(client_days.stated_perceived) as stated_perceived,
            sum(client_days.inverted_count) as inverted_count,
            max(case when client_days.level_count > 0 then client_days.answered_on end)
                as last_level_on,
            max(case when client_days.stated_count > 0 then client_days.answered_on end)
                as last_stated_on
        from marts.client_days
        inner join as_of_days
            on
                client_days.answered_on > as_of_days.as_of - tier_window
                and client_days.answered_on <= as_of_days.as_of
        where
            client_days.answered_on > list_min(days) - tier_window
            and client_days.answered_on <= list_max(days)
            and marts.in_view(client_days.client_id, client_ids)
        group by all
    ),

    ruling as (
        select
            as_of_days.as_of,
            complaint_spans.client_id,
            min_by(
                {
                    'complaint_id': complaint_spans.complaint_id,
                    'from_on': complaint_spans.from_on,
                    'reason': complaint_spans.reason
                },
                (complaint_spans.reason, complaint_spans.from_on, complaint_spans.complaint_id)
            ) as complaint
        from marts.complaint_spans
        inner join as_of_days
            on
                complaint_spans.from_on <= as_of_days.as_of
                and coalesce(complaint_spans.to_on > as_of_days.as_of, true)
        group by all
    ),

    judged as (
        select
            active.as_of,
            active.client_id,
            sums.* exclude (as_of, client_id),
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
        from active
        left join sums on active.client_id = sums.client_id and active.as_of = sums.as_of
        left join ruling on active.client_id = ruling.client_id and active.as_of = ruling.as_of
    )

    select
        as_of,
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
