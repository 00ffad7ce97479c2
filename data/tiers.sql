-- The tier engine (measures.md, section 1): the only place where a tier is decided.
-- `marts.tier_spans` (marts.sql) keeps the whole history by these rules, `marts.client_tiers_on`
-- (evidence.sql) gives the evidence on any day.

-- A score on its indicator's scale, in points of ten.
create macro marts.score10(score, scale_low, scale_high) as (
    10 * (score - scale_low) / (scale_high - scale_low)
);

-- Kept within the scale of ten. A missing level stays missing, which least and greatest would hide.
create macro marts.clip10(score10) as (
    case when score10 is not null then greatest(least(score10, 10), 0) end
);

-- Do the levels that were asked contradict each other? Such an answer is left out and counted.
create macro marts.is_inverted(minimum, expected, desired) as (
    coalesce(minimum > expected or expected > desired or minimum > desired, false)
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
