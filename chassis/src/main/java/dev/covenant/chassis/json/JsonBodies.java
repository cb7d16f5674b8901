package dev.covenant.chassis.json;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

/**
<<<<<<< HEAD
 * Reads and writes records through {@link Json#strict()}. Jackson's own provider for REST is not used: its archive registers a second
 * one as a service, and which of the two the server takes first is a matter of luck.
=======
 * Bodies of requests and responses go through {@link Json#strict()}. Not by Jackson's own provider: that library brings several, the
 * server's scan finds them all, and which of them reads a body is chance.
>>>>>>> 35a8d1c3945cd0176c585eeb8e9025955e2e1b9a
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
<<<<<<< HEAD
public class JsonBodies implements MessageBodyReader<Record>, MessageBodyWriter<Record> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
=======
public class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isDocument(type);
    }

    /** Null when there is no body at all. */
    @Override
    public Object readFrom(
            Class<Object> type,
>>>>>>> 35a8d1c3945cd0176c585eeb8e9025955e2e1b9a
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body) {
<<<<<<< HEAD
        return Json.strict().readValue(body, type);
=======
        var json = Json.strict();
        var parser = json.createParser(body);
        return parser.nextToken() == null
                ? null
                : json.readerFor(json.constructType(generic)).readValue(parser);
>>>>>>> 35a8d1c3945cd0176c585eeb8e9025955e2e1b9a
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
<<<<<<< HEAD
        return type.isRecord();
=======
        return isDocument(type);
>>>>>>> 35a8d1c3945cd0176c585eeb8e9025955e2e1b9a
    }

    @Override
    public void writeTo(
<<<<<<< HEAD
            Record value,
=======
            Object document,
>>>>>>> 35a8d1c3945cd0176c585eeb8e9025955e2e1b9a
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body) {
<<<<<<< HEAD
        Json.strict().writeValue(body, value);
=======
        Json.strict().writeValue(body, document);
    }

    /** Text, bytes and streams go as they are. */
    private static boolean isDocument(Class<?> type) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
>>>>>>> 35a8d1c3945cd0176c585eeb8e9025955e2e1b9a
    }
}
