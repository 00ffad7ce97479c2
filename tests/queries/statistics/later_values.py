"""Published values that nothing in the product answers for yet, each with the reason.

Ids are written out, so that a new value in the file is missed neither here nor there.
"""

PATH_MODEL = "the satisfaction index by a path model (measures.md, section 4) is a later issue"
DRIVERS = "drivers of satisfaction (measures.md, section 5) are a later issue"
WORTH = "the value at stake (measures.md, section 8) is a later issue"

_IDS = {
    PATH_MODEL: """
        pls.mobi.path.path.Image->Expectation pls.mobi.path.path.Expectation->Quality
        pls.mobi.path.path.Expectation->Value pls.mobi.path.path.Quality->Value
        pls.mobi.path.path.Image->Satisfaction pls.mobi.path.path.Expectation->Satisfaction
        pls.mobi.path.path.Quality->Satisfaction pls.mobi.path.path.Satisfaction->Complaints
        pls.mobi.path.path.Image->Loyalty pls.mobi.path.path.Satisfaction->Loyalty
        pls.mobi.centroid.path.Image->Expectation pls.mobi.centroid.path.Expectation->Quality
        pls.mobi.centroid.path.Expectation->Value pls.mobi.centroid.path.Quality->Value
        pls.mobi.centroid.path.Image->Satisfaction pls.mobi.centroid.path.Expectation->Satisfaction
        pls.mobi.centroid.path.Quality->Satisfaction pls.mobi.centroid.path.Satisfaction->Complaints
        pls.mobi.centroid.path.Image->Loyalty pls.mobi.centroid.path.Satisfaction->Loyalty
        pls.mobi.path.weights.Satisfaction pls.mobi.path.loadings.Satisfaction
        pls.mobi.path.weights.Loyalty pls.mobi.path.weights.Expectation
        pls.mobi.path.loadings.Expectation pls.mobi.path.r2
        pls.mobi.centroid.weights.Satisfaction pls.mobi.centroid.loadings.Satisfaction
        pls.mobi.centroid.weights.Loyalty pls.mobi.centroid.weights.Expectation
        pls.mobi.centroid.loadings.Expectation pls.mobi.centroid.r2
        acsi.mobi.satisfaction.path acsi.mobi.satisfaction.centroid
        acsi.mobi.satisfaction.equal acsi.mobi.satisfaction.ohio acsi.bounds
        pls.mobi.boot.se.Image->Expectation pls.mobi.boot.se.Quality->Satisfaction
        pls.mobi.boot.se.Satisfaction->Loyalty pls.mobi.boot.se.Complaints->Loyalty
        rel.bank.alpha.QUAL rel.bank.rho.QUAL rel.bank.alpha.SAT rel.bank.rho.SAT
    """,
    DRIVERS: "rw.mtcars rw.mtcars.r2 lmg.attitude",
    WORTH: "clv.multiple clv.seed clv.discounted wom.16 wom.67",
    "no measure: customer effort is neither asked nor shown": "ces.delighted",
    "no computation: a table of assumptions about how often the unhappy buy again": "tarp",
    "not used: every percentile here is of type 7, so none needs a label": "pct.type6",
}

REASONS = {identifier: reason for reason, ids in _IDS.items() for identifier in ids.split()}
