-- In which trace the provider is asked: whoever takes an attempt up goes on in the trace of the request that began it.
ALTER TABLE provider_attempt ADD COLUMN trace_context text CHECK (length(trace_context) <= 200);
