-- T1, PV1 · Detto / Fatto of a person is a part of the profile, closed until its owner opens it.
ALTER TYPE "ProfileField" ADD VALUE 'SAID_DONE';

CREATE OR REPLACE FUNCTION profile_audience_default(field "ProfileField") RETURNS "Audience" LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE field::text
    WHEN 'STORY' THEN 'MEMBERS'::"Audience"
    WHEN 'ASKS' THEN 'MEMBERS'
    WHEN 'VISION' THEN 'MEMBERS'
    WHEN 'MEMBERSHIPS' THEN 'MEMBERS'
    WHEN 'EMAIL' THEN 'CONNECTED'
    WHEN 'SAID_DONE' THEN 'ONLY_ME'
    ELSE 'PUBLIC' END
$$;
