"""Rules of style for those who read with a keyboard, without motion, or need strong contrast.

One colour for the focus in light and in dark: the blue of `loyal` has 3 : 1 against both grounds.
Streamlit draws captions and placeholders in 60 % of the ink, which is 4.4 : 1 in light; here they
are as faint as the other words that matter less, file names in them too. Its buttons above a table
are seen under the mouse alone, and the keyboard reaches them too; on the main button and on what is
chosen it writes white on the light blue of dark, 2.3 : 1.
"""

from pages.shared.charts.look import MUTED, ON_TIER, TIER_COLOURS

FOCUS = TIER_COLOURS["loyal"]
STYLE = f"""<style>
:is(a, button, summary, [role="button"], [role="menuitem"], [tabindex="0"]):focus-visible {{
  outline: 3px solid {FOCUS} !important;
  outline-offset: 1px !important;
}}
:is(main, canvas, .dvn-scroller):focus-visible {{
  outline: 3px solid {FOCUS} !important;
  outline-offset: -3px !important;
}}
:is(
  button[kind^="primary"]:not(:disabled),
  [data-testid="stMultiSelectTagsContainer"] [data-tag]
) {{
  background-color: {FOCUS} !important;
  border-color: {FOCUS} !important;
  color: {ON_TIER["loyal"]} !important;
}}
button[kind^="primary"]:not(:disabled):hover {{ filter: brightness(0.9); }}
[data-testid="stElementToolbar"]:focus-within {{ opacity: 1 !important; }}
[data-testid="stCaptionContainer"] {{ color: inherit !important; opacity: {MUTED}; }}
[data-testid="stCaptionContainer"] code {{ color: inherit; }}
[data-testid="stMainMenuPopover"] :is(div, span) {{ color: inherit !important; opacity: 1; }}
::placeholder {{ color: inherit !important; opacity: {MUTED} !important; }}
.st-key-spoken {{ display: none; }}
@media (prefers-reduced-motion: reduce) {{
  *, ::before, ::after {{
    animation-duration: 0.01ms !important;
    animation-iteration-count: 1 !important;
    scroll-behavior: auto !important;
    transition-duration: 0.01ms !important;
  }}
}}
</style>"""
