/*
Funding per inhabitant or per unemployed person against other regions?

Asked by: planner in a region
One row: the answer, which is that there is none
Units: euros per person, of which there are none
Caveats: no source of this fact base tells how many people live in a region or look for work there.
A ratio with a figure from elsewhere is yours to make: question 13 gives euros by region.
*/
with parameters as (
    select '' as maakunta_code  -- a region; the answer is the same for all
)

select
    'no data' as answer,
    cast(null as decimal(14, 2)) as granted_eur_per_inhabitant,
    cast(null as decimal(14, 2)) as granted_eur_per_unemployed,
    'no source of population or of unemployment is part of the fact base' as why,
    nullif(parameters.maakunta_code, '') as maakunta_code
from parameters
