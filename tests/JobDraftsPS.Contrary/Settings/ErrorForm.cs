namespace JobDraftsPS.Contrary.Settings;

/// <summary>What the body of a refusal looks like.</summary>
internal enum ErrorForm
{
    Documented,

    /// <summary>details.issues, an array of zod issues.</summary>
    Issues,

    /// <summary>details is the array of zod issues.</summary>
    BareIssues,

    /// <summary>zod's flatten(): formErrors and fieldErrors.</summary>
    Flatten,

    /// <summary>zod's format(): a tree with _errors.</summary>
    Format,

    /// <summary>details.errors.</summary>
    Errors,

    /// <summary>details.zodIssues.</summary>
    ZodIssues,

    /// <summary>details is a text.</summary>
    DetailsText,

    /// <summary>The body is a JSON string.</summary>
    Text,
    Html,
    Xml,
    Empty,
}
