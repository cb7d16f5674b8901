package dev.covenant.devstack.openapi;

import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/** Whether what a server really answers is what its documents say: the status, the media type, and the whole body. */
public final class AnswerFit {
    private final ContractFit documents;

    AnswerFit(List<ApiDocument> documents) {
        this.documents = new ContractFit(documents);
    }

    /** By the documents of this tree, which the service's build holds to what it serves. */
    public static AnswerFit of(String service) {
        return new AnswerFit(
                new ApiFolder(Path.of(System.getProperty("pact.rootDir")).getParent()).documents(service));
    }

    /**
     * One line each; none when no document has the operation: that is for contracts to tell.
     *
     * @param body empty when there is none
     */
    public List<String> misfits(String method, String path, int status, String mediaType, String body) {
        return documents
                .find(method, path)
                .map(found -> misfits(found, status, mediaType, body))
                .orElse(List.of());
    }

    private static List<String> misfits(ContractFit.Found found, int status, String mediaType, String body) {
        var name = found.operation().name();
        var declared = found.operation().responses().path(Integer.toString(status));
        if (declared.isMissingNode()) {
            return List.of("%s: it never answers %d".formatted(name, status));
        }
        if (body.isEmpty()) {
            return List.of();
        }
        var content = declared.path("content").path(mediaType.replaceFirst("\\s*;.*", ""));
        return content.isMissingNode()
                ? List.of("%s: answer %d has no %s".formatted(name, status, mediaType))
                : BodySchemas.whole(found.document())
                        .misfits(content.path("schema"), JsonMapper.shared().readTree(body))
                        .stream()
                        .map(misfit -> "%s: answer %d %s".formatted(name, status, misfit))
                        .toList();
    }
}
