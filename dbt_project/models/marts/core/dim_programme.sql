select
    named.programme_id,
    coalesce(min(programmes.name_fi), min(named.stated_name)) as name_fi,
    min(programmes.name_sv) as name_sv,
    min(programmes.name_en) as name_en,
    min(programmes.programme_id) is not null as is_official
from {{ ref('int_programmes__named') }} as named
left join {{ ref('programmes') }} as programmes
    on named.programme_id = programmes.programme_id
group by named.programme_id
order by named.programme_id
