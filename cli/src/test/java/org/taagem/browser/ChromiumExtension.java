package org.taagem.browser;

import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link Chromium} of all of them, which is started for the first and ends with the last. */
final class ChromiumExtension implements ExecutionCondition, ParameterResolver {
    private static final String REQUIRED = "TAAGEM_REQUIRE_BROWSER";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = programs(context).missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        if (System.getenv(REQUIRED) != null) {
            throw new AssertionError(REQUIRED + " is set, and there is no browser: " + missing.get());
        }
        return ConditionEvaluationResult.disabled("no browser: " + missing.get());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context)
                .getOrComputeIfAbsent(Chromium.class, type -> Chromium.start(programs(context)), Chromium.class);
    }

    private static BrowserPrograms programs(ExtensionContext context) {
        return store(context)
                .getOrComputeIfAbsent(BrowserPrograms.class, type -> BrowserPrograms.find(), BrowserPrograms.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(ChromiumExtension.class));
    }
}
