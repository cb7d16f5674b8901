-- Who asked for what is to go is forgotten when it is older than anybody asks back (chassis, CountedDays).
GRANT DELETE ON superseded_use, superseded_counted TO "${runtime}";
