-- A computer laboratory's users, 22 questions on the five qualities of service: expected and
-- experienced, 1 to 5. One client, the laboratory; a respondent answered once. The file has no day
-- per answer, only the period 2022-03-30 to 2022-04-30: its last day stands for all, because by
-- then all had answered. The wording is in another file; the name of the quality stands for it.

-- table: clients
select
    'servqual lab ' || lab_id as client_id,
    'Computer laboratory ' || lab_id as client_name,
    'regular' as segment,
    'internal' as side,
    min(row_number) as row_number
from raw
group by lab_id;

-- table: indicators
select
    'servqual ' || question_id as indicator_id,
    dimension || ', question ' || question_id as wording,
    lower(dimension) as dimension,
    1 as scale_low,
    5 as scale_high,
    min(row_number) as row_number
from raw
group by question_id, dimension
order by row_number;

-- table: responses
select
    'servqual ' || questionnaire_id || ' ' || respondent as response_id,
    'servqual lab ' || lab_id as client_id,
    '2022-04-30 12:00:00' as answered_at,
    respondent,
    'questionnaire' as method,
    min(row_number) as row_number
from raw
group by questionnaire_id, lab_id, respondent
order by row_number;

-- table: answers
select
    'servqual ' || questionnaire_id || ' ' || respondent as response_id,
    'servqual ' || question_id as indicator_id,
    expectation as expected,
    perception as perceived,
    row_number
from raw
order by row_number;
