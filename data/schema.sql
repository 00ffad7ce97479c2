-- The warehouse: every table of the public surface, its keys, checks and meaning.
-- Times are instants (timestamptz) and dates are days in the company's time zone; `settings.toml`
-- names the zone.
-- Foreign keys are checked while a file is imported (with row and reason), not by the database: a
-- build is written
-- table by table and replaced as a whole.

create type tier as enum('lifelong', 'loyal', 'satisfied', 'basic', 'complaining');
create type segment as enum('vip', 'regular');
create type side as enum('external', 'internal');
create type leaving_reason as enum(
    'price', 'competitor', 'relationships', 'moved', 'closed', 'complaint', 'neglect', 'other'
);
create type dimension as enum('reliability', 'assurance', 'tangibles', 'empathy', 'responsiveness');
create type factor as enum('attitude', 'timeliness', 'quality');
create type latent as enum(
    'image', 'expectations', 'quality', 'value', 'satisfaction', 'complaints', 'loyalty'
);
create type method as enum(
    'questionnaire', 'depth_interview', 'focus_group', 'internal_interview', 'secondary'
);
create type ticket_kind as enum('fault', 'requirement', 'delivery');
create type ticket_severity as enum('critical', 'major', 'minor');
create type complaint_form as enum('complaint', 'grumble');
create type complaint_severity as enum('major', 'ordinary');
create type cause as enum(
    'technical',
    'quality',
    'product',
    'attitude',
    'expectation',
    'promise',
    'misunderstanding',
    'other'
);
create type step as enum(
    'listened',
    'restated',
    'apologised',
    'measures_explained',
    'thanked',
    'escalated',
    'report_sent',
    'appraised',
    'followed_up'
);
create type role as enum(
    'specialist', 'adviser', 'service_manager', 'regional_manager', 'director'
);
create type promise_source as enum('meeting', 'contract', 'other');
create type target_measure as enum(
    'satisfied_share',
    'index',
    'nps',
    'expectation_gap',
    'within_target_share',
    'kept_share',
    'complaints_per_week'
);

create table clients (
    client_id varchar primary key,
    client_name varchar not null,
    segment segment not null,
    side side not null,
    region varchar,
    industry varchar,
    manager varchar,
    regional_manager varchar,
    calendar varchar not null default 'standard',
    client_since date,
    left_on date,
    left_because leaving_reason,
    order_value double,
    orders_per_year double,
    related_sales double,
    relationship_years double,
    currency varchar
);
comment on table clients is 'Companies (or internal departments) that we serve, one row each.';
comment on column clients.client_id is 'Key of the client in the company''s own systems.';
comment on column clients.client_name is 'Name shown on screen.';
comment on column clients.segment is 'vip or regular.';
comment on column clients.side is
'external (pays us) or internal (a department that depends on ours).';
comment on column clients.region is 'Sales or service region.';
comment on column clients.industry is 'Industry of the client.';
comment on column clients.manager is 'Project manager responsible for the client.';
comment on column clients.regional_manager is 'Regional manager told of a major complaint.';
comment on column clients.calendar is 'Name of the working calendar in settings.toml.';
comment on column clients.client_since is
'First day as a client; empty when it has always been one.';
comment on column clients.left_on is 'First day without the client.';
comment on column clients.left_because is 'Why the client left.';
comment on column clients.order_value is 'Value of one order, in the client''s currency.';
comment on column clients.orders_per_year is 'Orders placed in a year.';
comment on column clients.related_sales is
'Sales a year that come with the client, such as referrals.';
comment on column clients.relationship_years is 'Years the relationship is expected to last.';
comment on column clients.currency is
'Currency of the amounts, ISO 4217; empty means the company''s own.';

create table indicators (
    indicator_id varchar primary key,
    wording varchar not null,
    wording_zh varchar,
    dimension dimension,
    factor factor,
    latent latent,
    scale_low double not null,
    scale_high double not null,
    weight double not null default 1,
    is_controllable boolean,
    has_competitor_scores boolean,
    check (scale_low < scale_high),
    check (weight > 0)
);
comment on table indicators is 'Questions that are asked, with the scale they are answered on.';
comment on column indicators.indicator_id is 'Key of the question.';
comment on column indicators.wording is 'The question as it is asked.';
comment on column indicators.wording_zh is 'The question in Chinese.';
comment on column indicators.dimension is 'Quality of service it measures (SERVQUAL).';
comment on column indicators.factor is 'What moves satisfaction: attitude, timeliness or quality.';
comment on column indicators.latent is 'Construct of the satisfaction index it belongs to.';
comment on column indicators.scale_low is 'Lowest answer of its scale.';
comment on column indicators.scale_high is 'Highest answer of its scale.';
comment on column indicators.weight is 'Weight of the question in every mean.';
comment on column indicators.is_controllable is 'Whether the service team can change it.';
comment on column indicators.has_competitor_scores is
'Whether competitors are scored on it as well.';

create table responses (
    response_id varchar primary key,
    client_id varchar not null,
    answered_at timestamptz not null,
    invited_at timestamptz,
    respondent varchar,
    role varchar,
    method method not null,
    touchpoint varchar,
    recommend double check (recommend between 0 and 10),
    comment varchar
);
comment on table responses is
'Surveys and interviews answered, one row per respondent and occasion.';
comment on column responses.response_id is 'Key of the response.';
comment on column responses.client_id is 'Client that answered.';
comment on column responses.answered_at is 'When it was answered.';
comment on column responses.invited_at is 'When the invitation was sent.';
comment on column responses.respondent is 'Person who answered.';
comment on column responses.role is 'Position of the respondent at the client.';
comment on column responses.method is 'How it was collected.';
comment on column responses.touchpoint is 'Occasion that was asked about.';
comment on column responses.recommend is 'How likely to recommend us, 0 to 10.';
comment on column responses.comment is 'The client''s own words.';

create table answers (
    response_id varchar not null,
    indicator_id varchar not null,
    minimum double,
    expected double,
    desired double,
    perceived double,
    importance double,
    primary key (response_id, indicator_id)
);
comment on table answers is
'Scores given in a response, one row per question, on the scale of the question.';
comment on column answers.response_id is 'Response it belongs to.';
comment on column answers.indicator_id is 'Question answered.';
comment on column answers.minimum is 'Least acceptable level of service.';
comment on column answers.expected is 'Level of service predicted.';
comment on column answers.desired is 'Level of service hoped for.';
comment on column answers.perceived is 'Level of service experienced.';
comment on column answers.importance is 'How important the question is to the client.';

create table invitations (
    invitation_id varchar primary key,
    client_id varchar not null,
    sent_at timestamptz not null,
    method method not null
);
comment on table invitations is 'Invitations to answer, for response rates.';
comment on column invitations.invitation_id is 'Key of the invitation.';
comment on column invitations.client_id is 'Client invited.';
comment on column invitations.sent_at is 'When it was sent.';
comment on column invitations.method is 'How the answer was to be collected.';

create table tickets (
    ticket_id varchar primary key,
    client_id varchar not null,
    kind ticket_kind not null,
    severity ticket_severity not null,
    title varchar,
    module varchar,
    opened_at timestamptz not null,
    first_response_at timestamptz,
    resolved_at timestamptz,
    promised_at timestamptz,
    first_promised_at timestamptz,
    first_owner varchar,
    owner varchar,
    handover_count bigint check (handover_count >= 0),
    reopened_count bigint check (reopened_count >= 0),
    root_cause varchar,
    lesson_recorded_at timestamptz
);
comment on table tickets is 'Faults, requirements and deliveries.';
comment on column tickets.ticket_id is 'Key of the ticket.';
comment on column tickets.client_id is 'Client it was opened for.';
comment on column tickets.kind is 'fault, requirement or delivery.';
comment on column tickets.severity is 'critical, major or minor.';
comment on column tickets.title is 'Subject line.';
comment on column tickets.module is 'Part of the solution concerned.';
comment on column tickets.opened_at is 'When it was opened.';
comment on column tickets.first_response_at is 'When a person first replied.';
comment on column tickets.resolved_at is 'When it was resolved; empty while open.';
comment on column tickets.promised_at is 'When it was promised to be done, as last agreed.';
comment on column tickets.first_promised_at is 'When it was first promised to be done.';
comment on column tickets.first_owner is 'Person first asked, who keeps it until it is solved.';
comment on column tickets.owner is 'Person who has it now.';
comment on column tickets.handover_count is 'Times it changed hands.';
comment on column tickets.reopened_count is 'Times it was reopened.';
comment on column tickets.root_cause is 'Cause found.';
comment on column tickets.lesson_recorded_at is 'When the lesson was written down.';

create table pauses (
    ticket_id varchar not null,
    paused_at timestamptz not null,
    resumed_at timestamptz,
    primary key (ticket_id, paused_at)
);
comment on table pauses is 'Times a ticket waited for the client.';
comment on column pauses.ticket_id is 'Ticket that waited.';
comment on column pauses.paused_at is 'When waiting began.';
comment on column pauses.resumed_at is 'When work went on; empty while it waits.';

create table complaints (
    complaint_id varchar primary key,
    client_id varchar not null,
    ticket_id varchar,
    received_at timestamptz not null,
    form complaint_form not null,
    severity complaint_severity not null,
    cause cause not null,
    channel varchar,
    description varchar,
    promised_at timestamptz,
    first_promised_at timestamptz,
    resolved_at timestamptz,
    reopened_count bigint check (reopened_count >= 0),
    lesson_recorded_at timestamptz
);
comment on table complaints is 'Complaints made to us and grumbles told to others.';
comment on column complaints.complaint_id is 'Key of the complaint.';
comment on column complaints.client_id is 'Client that complained.';
comment on column complaints.ticket_id is 'Ticket it is about.';
comment on column complaints.received_at is 'When it reached us.';
comment on column complaints.form is 'complaint (made to us) or grumble (told to others).';
comment on column complaints.severity is 'major or ordinary.';
comment on column complaints.cause is 'What it is about.';
comment on column complaints.channel is 'Way it reached us.';
comment on column complaints.description is 'What was said.';
comment on column complaints.promised_at is 'When it was promised to be settled, as last agreed.';
comment on column complaints.first_promised_at is 'When it was first promised to be settled.';
comment on column complaints.resolved_at is 'When it was settled; empty while open.';
comment on column complaints.reopened_count is 'Times it was reopened.';
comment on column complaints.lesson_recorded_at is 'When the lesson was written down.';

create table complaint_steps (
    complaint_id varchar not null,
    step step not null,
    done_at timestamptz not null,
    done_by varchar,
    role role,
    primary key (complaint_id, step, done_at)
);
comment on table complaint_steps is 'Steps taken while a complaint was handled.';
comment on column complaint_steps.complaint_id is 'Complaint handled.';
comment on column complaint_steps.step is 'Step taken.';
comment on column complaint_steps.done_at is 'When it was taken.';
comment on column complaint_steps.done_by is 'Person who took it.';
comment on column complaint_steps.role is 'Role of that person.';

create table promises (
    promise_id varchar primary key,
    client_id varchar not null,
    what varchar not null,
    promised_on date not null,
    due_on date not null,
    first_due_on date,
    kept_on date,
    made_by varchar,
    source promise_source not null
);
comment on table promises is 'Promises that are not the date of a ticket or a complaint.';
comment on column promises.promise_id is 'Key of the promise.';
comment on column promises.client_id is 'Client it was made to.';
comment on column promises.what is 'What was promised.';
comment on column promises.promised_on is 'Day it was made.';
comment on column promises.due_on is 'Day it is due, as last agreed.';
comment on column promises.first_due_on is 'Day it was first due.';
comment on column promises.kept_on is 'Day it was kept; empty until then.';
comment on column promises.made_by is 'Person who promised.';
comment on column promises.source is 'Where it was made: meeting, contract or other.';

create table actions (
    action_id varchar primary key,
    client_id varchar,
    raised_on date not null,
    what varchar not null,
    owner varchar,
    due_on date,
    done_on date
);
comment on table actions is 'Next steps agreed in the weekly meeting.';
comment on column actions.action_id is 'Key of the action.';
comment on column actions.client_id is 'Client it concerns.';
comment on column actions.raised_on is 'Day it was agreed.';
comment on column actions.what is 'What is to be done.';
comment on column actions.owner is 'Person who does it.';
comment on column actions.due_on is 'Day it is due.';
comment on column actions.done_on is 'Day it was done; empty until then.';

create table competitor_scores (
    competitor varchar not null,
    indicator_id varchar not null,
    scored_on date not null,
    perceived double not null,
    respondent_count bigint check (respondent_count >= 0),
    primary key (competitor, indicator_id, scored_on)
);
comment on table competitor_scores is 'Scores of competitors on our questions.';
comment on column competitor_scores.competitor is 'Name of the competitor.';
comment on column competitor_scores.indicator_id is 'Question scored.';
comment on column competitor_scores.scored_on is 'Day of the score.';
comment on column competitor_scores.perceived is
'Mean level of service experienced there, on the scale of the question.';
comment on column competitor_scores.respondent_count is 'Respondents behind the mean.';

create table events (
    event_id varchar primary key,
    happened_on date not null,
    label varchar not null,
    client_id varchar
);
comment on table events is 'Releases, price changes and other events drawn on trends.';
comment on column events.event_id is 'Key of the event.';
comment on column events.happened_on is 'Day it happened.';
comment on column events.label is 'Words drawn on the chart.';
comment on column events.client_id is 'Client it concerns; empty for all.';

create table revenue (
    client_id varchar not null,
    month date not null,
    amount double not null,
    primary key (client_id, month),
    check (month = date_trunc('month', month))
);
comment on table revenue is 'Revenue per client and month, in the client''s currency.';
comment on column revenue.client_id is 'Client that paid.';
comment on column revenue.month is 'First day of the month.';
comment on column revenue.amount is 'Revenue of the month.';

create table targets (
    target_id varchar primary key,
    measure target_measure not null,
    value double not null,
    segment segment,
    begins_on date not null,
    ends_on date
);
comment on table targets is 'What a measure is to reach, drawn on its trend.';
comment on column targets.target_id is 'Key of the target.';
comment on column targets.measure is
'satisfied_share, index, nps, expectation_gap, within_target_share, kept_share or '
'complaints_per_week.';
comment on column targets.value is
'Value to reach, in the unit of the measure; shares are from 0 to 1.';
comment on column targets.segment is 'Segment it holds for; empty for all clients.';
comment on column targets.begins_on is 'First day it holds.';
comment on column targets.ends_on is 'Last day it holds; empty while it does.';

create table imports (
    import_id varchar not null,
    imported_at timestamptz not null,
    file varchar not null,
    source varchar not null,
    table_name varchar not null,
    read_count bigint not null,
    inserted_count bigint not null,
    updated_count bigint not null,
    unchanged_count bigint not null,
    refused_count bigint not null,
    rejects_path varchar
);
comment on table imports is 'What each import brought, one row per file and table.';
comment on column imports.import_id is 'Key of the import: one for all files of one command.';
comment on column imports.imported_at is
'When it was imported; the last of these is the moment no question looks beyond.';
comment on column imports.file is 'File that was read.';
comment on column imports.source is 'What the file was taken for.';
comment on column imports.table_name is 'Table that was filled.';
comment on column imports.read_count is 'Rows read.';
comment on column imports.inserted_count is 'Rows that were new.';
comment on column imports.updated_count is 'Rows that replaced a differing one.';
comment on column imports.unchanged_count is 'Rows that were there already.';
comment on column imports.refused_count is 'Rows refused.';
comment on column imports.rejects_path is 'File that lists the refused values with their reasons.';

create table build (
    built_at timestamptz not null,
    fingerprint varchar not null
);
comment on table build is 'How this build was made, one row.';
comment on column build.built_at is 'When the marts were worked out.';
comment on column build.fingerprint is 'Settings and definitions they were worked out with.';

-- Rows as the files brought them, of the records that people touched in the dashboard: the tables
-- of main hold what people made of them (data/entered).
create schema files;
create table files.touched (
    table_name varchar not null,
    record_id varchar not null
);
comment on table files.touched is 'Records that people touched, up to this build.';
create table files.actions as
select *
from actions
where false;
comment on table files.actions is 'The touched ones among actions as the files brought them.';
create table files.events as
select *
from events
where false;
comment on table files.events is 'The touched ones among events as the files brought them.';
create table files.targets as
select *
from targets
where false;
comment on table files.targets is 'The touched ones among targets as the files brought them.';
