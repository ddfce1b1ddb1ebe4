-- Words of Vietnamese names are few and each is borne by very many, so that households by several words were found only by going through the many who bear one of
-- them. Names as a whole are few too, and each is borne by few: the words lead to names, and the names to households.
CREATE TABLE household_name (
  household_id uuid NOT NULL,
  area_path    text COLLATE "C" NOT NULL,
  name         text COLLATE "C" NOT NULL,
  PRIMARY KEY (household_id, area_path, name)
);
COMMENT ON TABLE household_name IS 'households: the names of a household''s members, past and present, as folded words, each once, where the household is found by them: in the village where it lives and in those where it lived.';

CREATE TABLE name_word (
  word text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL
);
COMMENT ON TABLE name_word IS 'households: the names that are borne anywhere, by their words; who bears them stands in household_name alone. Rows are only ever added: two who write the same new name at once both add it, so that nobody waits for the other.';

-- As `words` of the kernel makes them, once for each name that is told: marks and invisible characters taken off, without diacritics, split at whatever is
-- neither letter nor digit, each word once.
CREATE TEMPORARY TABLE folded_name ON COMMIT DROP AS
SELECT told, (
  SELECT string_agg(word, ' ' ORDER BY place) FROM (
    SELECT word, min(place) AS place
    FROM unnest(regexp_split_to_array(
      lower(translate(regexp_replace(normalize(told, NFD), '[\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad]', '', 'g'), 'Đđ', 'dd')),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u3003]+')) WITH ORDINALITY AS part (word, place)
    WHERE word <> '' GROUP BY word) AS words) COLLATE "C" AS name
FROM (SELECT DISTINCT name AS told FROM member) AS names;
ANALYZE folded_name;

-- By the names of the members, and elsewhere by those whose words stood there.
INSERT INTO household_name (household_id, area_path, name)
SELECT m.household_id, m.area_path, f.name FROM member m JOIN folded_name f ON f.told = m.name WHERE f.name IS NOT NULL
UNION
SELECT p.household_id, p.area_path, f.name
FROM (
  SELECT DISTINCT household_id, area_path FROM household_name_token
  WHERE household_id IN (SELECT household_id FROM household_name_token GROUP BY household_id HAVING min(area_path) <> max(area_path))
) AS p
JOIN member m ON m.household_id = p.household_id
JOIN folded_name f ON f.told = m.name
WHERE f.name IS NOT NULL AND NOT EXISTS (
  SELECT FROM unnest(string_to_array(f.name, ' ')) AS w (word)
  WHERE NOT EXISTS (SELECT FROM household_name_token t WHERE t.household_id = p.household_id AND t.area_path = p.area_path AND t.token = w.word COLLATE "C"))
ORDER BY household_id, area_path, name;

INSERT INTO name_word (word, name)
SELECT w.word, n.name FROM (SELECT DISTINCT name FROM folded_name WHERE name IS NOT NULL) AS n CROSS JOIN unnest(string_to_array(n.name, ' ')) AS w (word);

-- It holds what row-level security asks for, so that households are told without fetching their rows.
CREATE INDEX household_name_search ON household_name (name, area_path, household_id);
CREATE INDEX name_word_search ON name_word (word, name);

ALTER TABLE household_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY household_name_in_area ON household_name
  USING (area_path >= nullif(current_setting('app.area_low', true), '') AND area_path < nullif(current_setting('app.area_high', true), ''));
GRANT SELECT, INSERT ON household_name TO chungtay_app;
GRANT SELECT, INSERT ON name_word TO chungtay_app;
DROP TABLE household_name_token;
