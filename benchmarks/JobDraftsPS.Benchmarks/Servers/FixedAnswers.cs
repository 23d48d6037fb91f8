namespace JobDraftsPS.Benchmarks.Servers;

/// <summary>The answers of OpenTrain that the fixed server gives.</summary>
internal static class FixedAnswers
{
    public const string Capabilities = """
        {"featureKey":"job_drafting","namespace":"job-drafts","enabled":true,
         "capabilities":{"draftCreate":true,"draftUpdate":true,"publish":true},
         "draft":{"importFormats":["text"],"updateKeys":["jobTitle","jobDescription","pricePerHour","experienceLevel"],
                  "enums":{"experienceLevel":["EXPERT","ENTRY_LEVEL","INTERMEDIATE","ANY_EXPERIENCE_LEVEL"]}}}
        """;

    public static string Draft(string id) => $$$"""
        {"ok":true,"jobId":"{{{id}}}","status":"DRAFT","draftUrl":"https://drafts.example/job-post?jobId={{{id}}}","validation":{"publishReady":true,"issueCount":0,"missingFieldCount":0,"missingFields":[],"issues":[]}}
        """;
}
