"""The building blocks that all pages share; a page is made of nothing else.

Words go in already worded (``_()``); ``&`` marks an Alt+letter; icons are Lucide names
from ``resources/icons``; tones are ``ok warn bad soft neutral``; a *token* is a colour
of ``ui.tokens.Tokens``. ``set_...`` never sends a signal: signals are what the
specialist did. Fields name what they hold: ``text()``/``value()``, ``set_text()``/
``set_value()``, signals ``edited`` (each key) and ``settled`` (focus left or Enter).

Start and page
    dressing.dress(app, scheme, scale)       once in main: fonts, theme, ring, headings
    page.Page(title, second="")              title, body, add_trailing(w), add_lead(w),
                                             add_beside_title(w), set_bar(ActionBar()),
                                             relayout(compact), regions(),
                                             focus_heading()
    tokens.is_compact(window_size)           whether to call page.set_compact(True)
    page.Columns(left, right, (17, 10))  side by side; stacked when compact
    page.Column(*widgets)                    one under the other; .column
    page_scroll.PageScroll(content=None)     scrolls down, keeps focus seen; .column
    rail.Rail(entries)                       RailEntry(key=, icon=, words=); set_count;
                                             page_chosen, names_hidden, lock_pressed
    bars.ActionBar()                         add_start(w), add_button(w), tell(words,
                                             icon); message_pressed
    bars.UndoBar()                           offer(words); undone, expired; settle()
    tabs.Tabs(name, *words)                  a QTabBar
Grounds
    card.Card(title="", note="", trailing=None)   add(w, to_edge=, stretch=),
                                             add_layout, add_rule, add_stretch; .column
    card.Band(fill="soft")                   soft ground; .column
    card.Panel(fill, edge, radius)           bare ground, set_fill(fill, edge)
    card.Rule()                              a hairline
    card.RowList(gap=8)                      set_rows([...]) replaces all rows
    banner.Banner(words, tone, icon, action) tell(...); action_pressed
    empty_state.EmptyState(icon, title, words, action)   action_pressed
    empty_state.IconTile(icon, size, tone)   a tile with an icon
    notice.Notice(parent, title, words, small, tone)     a small modal window; open()
    top_column.TopColumn(parent, gap=12)     a QVBoxLayout with the room left at the end
Words
    labels.Title(words)  SectionTitle(words)      headings for screen readers
    labels.Strong(words)  Body(words)  Line(words)  Second(words, token)   all wrap
    labels.Label(words, size=, bold=, token=, wrap=)     the rest; set_words, set_token
    pill.IconLabel(icon, words, token, size)      icon and words that wrap
    pill.StatusPill(icon, words, tone, small=)    show_status(icon, words, tone) is read
    avatar.Avatar(letters, size)  avatar.initials(name)
    announce.announce(widget, words, urgent=False)       have it read out
Pressing and picking
    buttons.PrimaryButton(words, icon, tall=)     set_ready(False): outline, enabled
    buttons.OutlineButton(words, icon)  QuietButton(words, icon)
    buttons.IconButton(icon, name)                square; name is read out
    row_button.RowButton(Row(title=, second=, icon=, tone=, action=, lead=, picked=))
    chips.ChipGroup(name, [Choice(value=, words=, key="")], several=, clearable=) picked
    pick_button.PickButton(name, choices, empty)  opens a menu; picked; set_missing
    check_row.CheckRow(words | CheckWords(words=, lead=, second=, citation=))   clicked
Fields (look: hint, note, placeholder, strong, beside; set_error(words), clear_error())
    fields.LineField(label, **look)               .edit
    fields.TextField(label, lines=3, most=10, **look)    .edit, insert(words)
    time_field.TimeField(label, now, **look)      value() -> time | None
    date_field.DateField(label, now, **look)      value() -> date | None; look_ahead()
    passphrase_field.PassphraseField(label)  PinField(label, most=12)   clear()
    reading.date_words(day)  reading.time_words(time)    how both are shown
Pictures, each with its sentence
    drawn.Meter(done, planned)  Path(steps)  ProgressBar(share, said)  Ring(...)
    drawn.Step(name=, state=StepState.DONE)       step_dots.StepDots(steps) step_pressed
    table_look.dress_table(view, name)
"""
