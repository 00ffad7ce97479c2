"""How the file of the log is laid out (SQLite)."""

STATEMENTS = (
    """
    create table changes (
        change_id integer primary key autoincrement,
        made_at text not null,
        made_by text not null,
        table_name text not null,
        record_id text not null,
        kind text not null check (kind in ('add', 'edit', 'remove', 'comment', 'undo')),
        fields text not null,
        comment text,
        undoes integer references changes (change_id)
    )
    """,
    """
    create index changes_by_record on changes (table_name, record_id)
    """,
    """
    create trigger changes_are_not_deleted before delete on changes
    begin select raise(abort, 'what people entered is never deleted'); end
    """,
    """
    create trigger changes_are_not_changed before update on changes
    begin select raise(abort, 'what people entered is never changed'); end
    """,
    """
    create table told (
        recipient text not null,
        alert text not null,
        told_at text not null,
        primary key (recipient, alert)
    )
    """,
    """
    pragma user_version = 1
    """,
)
