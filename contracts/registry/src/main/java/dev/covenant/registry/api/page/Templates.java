package dev.covenant.registry.api.page;

import jakarta.enterprise.context.ApplicationScoped;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates of {@code src/main/jte}, which the build compiles to classes. All that they put out is escaped for the place where it stands. */
@ApplicationScoped
class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    String render(String template, Object view) {
        var page = new StringOutput();
        engine.render(template, view, page);
        return page.toString();
    }
}
