-- Business customers of an IT supplier, 266 of them, one questionnaire each, answered on 1 to 5.
-- One wave without a day: 30 June 2010 is chosen here for all. A customer's country is its region;
-- its seniority is a code of 1 to 5, not a date, and stays out. 0 means not applicable (1,600 times
-- in questions 6 to 66) and becomes empty.
-- Three questions are about the company as a whole: satisfied (1), would recommend (4), would buy
-- again (5). The second, asked on 1 to 5, measures loyalty: it is no recommendation of 0 to 10.
-- Six close a section that is known by its name: 11, 17, 25, 38, 57, 65. With 48 details importance
-- is asked too, 1 to 3: on the scale of the question 1, 3 and 5. A detail belongs to the section
-- that closes after it; test_figures_survey.py shows that it goes with that one more than with any
-- other. What the questions say in full is not in the file: section and number stand for it.
-- Left out: questions of yes and no (39, 40, 44), of sections without a name (31, 42, 43, 49), the
-- sparse 67 and 70 to 81, the codes of 68, and what a model of the authors' made of it all.
-- Chosen here: which quality of service a section shows (equipment is tangible, sales support
-- assures, technical support responds, supplies arrive reliably, the office is close to the
-- customer) and which factor; that who serves cannot change terms and prices, which are the value;
-- and that details belong to no construct, because too few customers answered all of them.
-- The three levels weigh the same: 3 questions of 16, 6 of 8, 48 details of 1.

-- table: clients
select
    'abc ' || id as client_id,
    'Client ' || id as client_name,
    'regular' as segment,
    'external' as side,
    country as region,
    row_number
from raw
order by row_number;

-- table: indicators
with asked as (
    unpivot raw on columns('^q[0-9]+$') into name question value score
),

questions as (
    select distinct
        question,
        substr(question, 2)::integer as number
    from asked
),

sections as (
    select *
    from (
        values
        (6, 11, 'Equipment', 'tangibles', 'quality', 'quality'),
        (12, 17, 'Sales support', 'assurance', 'attitude', 'quality'),
        (18, 25, 'Technical support', 'responsiveness', 'timeliness', 'quality'),
        (32, 38, 'Supplies', 'reliability', 'timeliness', 'quality'),
        (50, 57, 'Administrative support', 'empathy', 'attitude', 'quality'),
        (58, 65, 'Terms, conditions and prices', null, null, 'value')
    ) as known (opens, closes, section, dimension, factor, latent)
),

whole as (
    select *
    from (
        values
        (1, 'Satisfied with the company, all in all', 'satisfaction'),
        (4, 'Would recommend the company', 'loyalty'),
        (5, 'Would buy from the company again', 'loyalty')
    ) as known (number, wording, latent)
)

select
    'abc ' || questions.question as indicator_id,
    case
        when whole.number is not null then whole.wording
        when questions.number = sections.closes then sections.section || ', all in all'
        when sections.section is not null
            then sections.section || ', question ' || questions.number
        else 'Section without a name, question ' || questions.number
    end as wording,
    sections.dimension,
    sections.factor,
    coalesce(whole.latent, if(questions.number = sections.closes, sections.latent, null))
        as latent,
    1 as scale_low,
    5 as scale_high,
    case
        when whole.number is not null then 16
        when questions.number = sections.closes then 8
        else 1
    end as weight,
    sections.latent = 'quality' as is_controllable
from questions
left join sections on questions.number between sections.opens and sections.closes
left join whole on questions.number = whole.number
where
    whole.number is not null
    or questions.number between 6 and 66 and questions.number not in (31, 39, 40, 42, 43, 44, 49)
order by questions.number;

-- table: responses
select
    'abc ' || id as response_id,
    'abc ' || id as client_id,
    '2010-06-30 12:00:00' as answered_at,
    'questionnaire' as method,
    row_number
from raw
order by row_number;

-- table: answers
with asked as (
    unpivot raw on columns('^qi?[0-9]+$') into name question value score
),

together as (
    select
        id,
        row_number,
        regexp_extract(question, '[0-9]+')::integer as number,
        nullif(max(score) filter (where question not like 'qi%'), '0') as perceived,
        2 * (max(score) filter (where question like 'qi%'))::integer - 1 as importance
    from asked
    group by all
)

select
    'abc ' || id as response_id,
    'abc q' || number as indicator_id,
    perceived,
    importance,
    row_number
from together
where
    (perceived is not null or importance is not null)
    and (number in (1, 4, 5) or number between 6 and 66)
    and number not in (31, 39, 40, 42, 43, 44, 49)
order by row_number, number;
