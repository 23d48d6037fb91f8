using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace JobDraftsPS.Sandbox.OpenTrain.Import;

/// <summary>Reads the two XML forms. Of several jobs the first is taken.</summary>
internal static class XmlImport
{
    private static readonly string[] HrPositions = ["JobPositionPosting", "PositionOpening", "JobPosition"];

    public static ImportedDraft ReadIndeed(string xml)
    {
        var job = Single(Parse(xml), ["job"], out var draft);
        foreach (var element in job.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "title": draft.SetText("jobTitle", element.Value); break;
                case "description": draft.SetText("jobDescription", JobPostingImport.PlainText(element.Value)); break;
                case "country": SetList(draft, "countries", element.Value); break;
                case "language": SetList(draft, "languages", element.Value); break;
                case "salary" when TextImport.ReadPay(element.Value, draft): break;
                default: draft.NotMapped("job." + element.Name.LocalName, "not_supported", element.Value.Trim()); break;
            }
        }

        return draft;
    }

    public static ImportedDraft ReadHrXml(string xml)
    {
        var position = Single(Parse(xml), HrPositions, out var draft);
        foreach (var element in position.Descendants().Where(element => !element.HasElements && element.Value.Trim().Length > 0))
        {
            switch (element.Name.LocalName)
            {
                case "PositionTitle" or "JobPositionTitle" or "Title": draft.SetText("jobTitle", element.Value); break;
                case "JobPositionPurpose" or "PositionDescription" or "Description" or "SummaryText": draft.SetText("jobDescription", element.Value); break;
                case "CountryCode": SetList(draft, "countries", element.Value); break;
                case "NumberToFill" when int.TryParse(element.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people > 0:
                    draft.Fields["headcount"] = (decimal)people;
                    break;
                default: draft.NotMapped(position.Name.LocalName + "." + element.Name.LocalName, "not_supported", element.Value.Trim()); break;
            }
        }

        return draft;
    }

    private static void SetList(ImportedDraft draft, string key, string value)
    {
        if (!string.IsNullOrWhiteSpace(value) && !draft.Fields.ContainsKey(key))
        {
            draft.Fields[key] = new[] { value.Trim() };
        }
    }

    private static XElement Parse(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(xml),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException malformed)
        {
            throw OpenTrainRefusal.BadRequest("xml is not well-formed XML: " + malformed.Message);
        }
    }

    private static XElement Single(XElement root, string[] names, out ImportedDraft draft)
    {
        var jobs = root.DescendantsAndSelf().Where(element => names.Contains(element.Name.LocalName)).Take(2).ToArray();
        if (jobs.Length == 0)
        {
            throw OpenTrainRefusal.BadRequest("xml holds no job; expected an element named " + string.Join(" or ", names) + ".");
        }

        draft = new ImportedDraft();
        if (jobs.Length > 1 && !jobs[0].Descendants().Contains(jobs[1]))
        {
            draft.Warn("The XML holds several jobs; only the first was imported.");
        }

        return jobs[0];
    }
}
