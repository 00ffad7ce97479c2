-- Customers of mobile phone companies, 250 of them, 24 questions on seven constructs, 1 to 10: the
-- data that the European index of satisfaction was published with. Neither the customers nor the
-- companies are named and no day is given: a row is a client, and 30 June 1999 is chosen here.
-- What the questions say is not in the file: the construct and the number stand for it. Question of
-- complaints: how they were handled, or would be; more is better, as everywhere.

-- table: clients
select
    'mobi ' || (row_number - 1) as client_id,
    'Phone customer ' || (row_number - 1) as client_name,
    'regular' as segment,
    'external' as side,
    'Mobile phones' as industry,
    row_number
from raw
order by row_number;

-- table: indicators
with asked as (
    unpivot raw on columns('^[A-Z]+[0-9]*$') into name question value score
),

constructs as (
    select *
    from (
        values
        ('CUEX', 'Expectations', 'expectations'),
        ('CUSA', 'Satisfaction', 'satisfaction'),
        ('CUSCO', 'Complaints', 'complaints'),
        ('CUSL', 'Loyalty', 'loyalty'),
        ('IMAG', 'Image', 'image'),
        ('PERQ', 'Perceived quality', 'quality'),
        ('PERV', 'Perceived value', 'value')
    ) as known (construct, section, latent)
),

questions as (
    select distinct
        question,
        regexp_extract(question, '^[A-Z]+') as construct,
        regexp_extract(question, '[0-9]*$') as number
    from asked
)

select
    'mobi ' || questions.question as indicator_id,
    constructs.section || if(questions.number = '', '', ', question ' || questions.number)
        as wording,
    constructs.latent,
    1 as scale_low,
    10 as scale_high
from questions
inner join constructs on questions.construct = constructs.construct
order by questions.question;

-- table: responses
select
    'mobi ' || (row_number - 1) as response_id,
    'mobi ' || (row_number - 1) as client_id,
    '1999-06-30 12:00:00' as answered_at,
    'questionnaire' as method,
    row_number
from raw
order by row_number;

-- table: answers
with asked as (
    unpivot raw on columns('^[A-Z]+[0-9]*$') into name question value score
)

select
    'mobi ' || (row_number - 1) as response_id,
    'mobi ' || question as indicator_id,
    score as perceived,
    row_number
from asked
order by row_number, question;
