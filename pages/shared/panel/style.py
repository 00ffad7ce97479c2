"""The few rules that Streamlit has no setting for, drawn once above a page.

The last row of a panel is one low line. Text in charts takes the page's colour: a figure is told
light or dark only when the script runs, and the theme changes without a run.
"""

STYLE = """<style>
[class*="st-key-foot-"] { row-gap: 0; }
[class*="st-key-foot-"] > :first-child { flex: 1 1 14rem; min-width: 0; }
[class*="st-key-foot-"] button { min-height: 1.5rem; padding: 0 0.1rem; }
[data-testid="stPlotlyChart"]
  :is(.infolayer, .xaxislayer-above, .yaxislayer-above, .sankey) text {
  fill: currentColor !important;
}
</style>"""
